package io.entrepot.core.order;

/** Buyer and address as they are kept: readable with the key ring only. */
@SuppressWarnings("ArrayRecordComponent") // Written once, compared by nobody.
public record SealedParties(byte[] buyer, byte[] shipTo) {}
