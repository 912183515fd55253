package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.time.Instant;

/** What a provider said about a charge. */
public sealed interface PaymentOutcome {

  /**
   * The money was taken.
   *
   * @param amount as the provider says, compared with what was asked for
   */
  record Approved(String providerKey, Money amount, Instant approvedAt) implements PaymentOutcome {}

  /** The provider refused for good; no money was taken nor will be. */
  record Declined(String code, String text) implements PaymentOutcome {}

  /** A time-out, a broken line, an answer not understood: money may have been taken. */
  record Unknown(String text) implements PaymentOutcome {}

  /**
   * Answer of a look-up only: the provider knows the payment, the buyer has authorised it, and no
   * money was taken yet. The same attempt may be sent again.
   */
  record NotCharged(String text) implements PaymentOutcome {}
}
