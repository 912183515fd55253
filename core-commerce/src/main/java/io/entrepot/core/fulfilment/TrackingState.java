package io.entrepot.core.fulfilment;

/** Where a parcel is; one vocabulary for all carriers. */
public enum TrackingState {
  INFORMATION_RECEIVED,
  AT_PICKUP,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  ATTEMPT_FAILED,
  EXCEPTION,
  DELIVERED
}
