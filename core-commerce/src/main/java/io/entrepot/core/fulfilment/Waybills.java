package io.entrepot.core.fulfilment;

/** What a carrier's code and a waybill number may look like. */
final class Waybills {
  private Waybills() {}

  static void require(String carrier, String waybill) {
    if (carrier.isBlank() || carrier.length() > 32) {
      throw new IllegalArgumentException("the carrier's code must have 1 to 32 characters");
    }
    if (waybill.isBlank() || waybill.length() > 64) {
      throw new IllegalArgumentException("the waybill number must have 1 to 64 characters");
    }
  }
}
