package io.entrepot.connectors.spi;

import io.entrepot.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a payment call ended. Texts are safe to store and to show. */
public sealed interface PaymentResult {
  /**
   * Done: charged, found charged, or given back.
   *
   * @param providerKey the partner's id of the payment
   * @param amount what was charged, or given back by this refund
   * @param at by the partner's clock
   */
  record Approved(String providerKey, Money amount, Instant at) implements PaymentResult {}

  /** Certainly not done, and it will not be: the partner's code and words. */
  record Declined(String code, String text) implements PaymentResult {}

  /** Certainly not done yet: confirming again with the same payment id is safe. */
  record NotCharged(String code, String text) implements PaymentResult {}

  /**
   * It may have been done. Look it up before anything else.
   *
   * @param retryAfter the pause the partner asked for
   */
  record Unknown(ErrorClass errorClass, String code, String text, @Nullable Duration retryAfter)
      implements PaymentResult {}

  /** How a call that failed has ended: declined if the partner's business said so, else unknown. */
  static PaymentResult of(PartnerException failed) {
    String text = String.valueOf(failed.getMessage());
    return failed.errorClass().outcome() == ErrorClass.Outcome.DECLINED
        ? new Declined(failed.code(), text)
        : new Unknown(failed.errorClass(), failed.code(), text, failed.retryAfter().orElse(null));
  }
}
