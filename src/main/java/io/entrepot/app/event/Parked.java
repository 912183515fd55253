package io.entrepot.app.event;

/** The first event of a parked key. */
record Parked(long position, String entityKey, int attempts, boolean dead, boolean due) {}
