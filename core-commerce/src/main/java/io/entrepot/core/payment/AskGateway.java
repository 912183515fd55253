package io.entrepot.core.payment;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the gateway; whatever it throws leaves the outcome unknown, for money may have moved. */
final class AskGateway {
  private static final Logger LOG = LoggerFactory.getLogger(AskGateway.class);

  private final PaymentGateway gateway;

  AskGateway(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  PaymentOutcome confirm(PaymentAttempt attempt) {
    return ask(attempt, () -> gateway.confirm(attempt));
  }

  PaymentOutcome lookup(PaymentAttempt attempt) {
    return ask(attempt, () -> gateway.lookup(attempt));
  }

  private static PaymentOutcome ask(PaymentAttempt attempt, Supplier<PaymentOutcome> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      LOG.warn("payment {}: the gateway failed, its outcome is unknown", attempt.paymentId(), e);
      return new PaymentOutcome.Unknown("the gateway failed: " + e.getClass().getSimpleName());
    }
  }
}
