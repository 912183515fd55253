package io.entrepot.app.prove.stock;

import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentGateway;
import io.entrepot.core.payment.PaymentOutcome;
import java.time.Instant;

/** A provider that takes the money of every other attempt and declines the rest. */
final class EveryOtherPays implements PaymentGateway {
  @Override
  public PaymentOutcome confirm(PaymentAttempt attempt) {
    return (attempt.attemptId().getLeastSignificantBits() & 1) == 0
        ? new PaymentOutcome.Approved(attempt.providerKey(), attempt.amount(), Instant.now())
        : new PaymentOutcome.Declined("NO_FUNDS", "declined by chance");
  }

  @Override
  public PaymentOutcome lookup(PaymentAttempt attempt) {
    return new PaymentOutcome.Unknown("it answers at once or never");
  }
}
