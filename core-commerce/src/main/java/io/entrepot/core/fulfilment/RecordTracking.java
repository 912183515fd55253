package io.entrepot.core.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's notice about a parcel; the same notice again does nothing.
 *
 * @param at the carrier's time, which orders notices; not that of their arrival
 * @param detail the carrier's words, for people: cut at 500 characters
 */
public record RecordTracking(
    String carrier, String waybill, TrackingState state, Instant at, @Nullable String detail) {

  public RecordTracking {
    Waybills.require(carrier, waybill);
  }
}
