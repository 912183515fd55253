package io.entrepot.app.event;

/**
 * The right to deliver a subscription's events.
 *
 * @param fence higher than that of every earlier lease; what an older one writes is refused
 * @param position everything up to here is delivered or parked
 */
record Lease(String subscription, long fence, long position) {}
