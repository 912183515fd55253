package io.entrepot.core.fulfilment;

/** Pieces of one order line in a parcel. */
public record ShippedLine(int lineNo, String sku, int quantity) {}
