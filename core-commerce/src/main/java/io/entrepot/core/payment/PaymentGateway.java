package io.entrepot.core.payment;

/**
 * Port: asks a provider. Called outside any transaction. An implementation that throws leaves the
 * outcome unknown, whatever it throws.
 */
public interface PaymentGateway {
  /** Takes the money; sends {@link PaymentAttempt#attemptId()} as idempotency key. */
  PaymentOutcome confirm(PaymentAttempt attempt);

  /** Asks what became of the charge; takes nothing. */
  PaymentOutcome lookup(PaymentAttempt attempt);
}
