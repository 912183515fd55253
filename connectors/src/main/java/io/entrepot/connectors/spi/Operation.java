package io.entrepot.connectors.spi;

/** One thing the hub can ask of a partner: JSON in, JSON out, the partner's words on both sides. */
@FunctionalInterface
public interface Operation {
  /**
   * Blocks until the partner answered or the call's time is over. Safe for many threads. Repeating
   * a call with the same idempotency key does the work at most once at every partner that honours
   * one (the partner's README says).
   *
   * @throws PartnerException classified; whatever it says may be shown
   * @throws SettingException if the connector is configured in part only
   */
  PartnerAnswer call(PartnerCall call) throws PartnerException;

  /**
   * Whether it only asks. Such a call is made anew each time, as its answer is what is wanted; any
   * other is made once for a message, and not again when it was answered.
   */
  default boolean reads() {
    return false;
  }
}
