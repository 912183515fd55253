package io.entrepot.core.fulfilment;

/** Over all shipments. */
public record FulfilmentTotals(long shipments, long pieces, long delivered) {}
