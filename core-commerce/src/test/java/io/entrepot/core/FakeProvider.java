package io.entrepot.core;

import io.entrepot.core.money.Money;
import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentGateway;
import io.entrepot.core.payment.PaymentOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A provider with books of its own, that charges an attempt once whatever happens to its answer.
 */
public final class FakeProvider implements PaymentGateway {
  private static final Instant APPROVED_AT = Instant.parse("2026-11-21T04:00:01Z");

  private final Map<UUID, Money> charged = new ConcurrentHashMap<>();
  private final AtomicInteger confirmCalls = new AtomicInteger();
  private volatile Function<PaymentAttempt, PaymentOutcome> confirming = this::charge;

  /** What the provider does from now on when it is asked to take the money. */
  public void whenConfirming(Function<PaymentAttempt, PaymentOutcome> behaviour) {
    confirming = behaviour;
  }

  public PaymentOutcome charge(PaymentAttempt attempt) {
    charged.put(attempt.attemptId(), attempt.amount());
    return approved(attempt, attempt.amount());
  }

  /** Takes another amount than it was asked for. */
  public PaymentOutcome charge(PaymentAttempt attempt, Money amount) {
    charged.put(attempt.attemptId(), amount);
    return approved(attempt, amount);
  }

  @Override
  public PaymentOutcome confirm(PaymentAttempt attempt) {
    requireNoTransaction();
    confirmCalls.incrementAndGet();
    return confirming.apply(attempt);
  }

  @Override
  public PaymentOutcome lookup(PaymentAttempt attempt) {
    requireNoTransaction();
    Money amount = charged.get(attempt.attemptId());
    return amount == null
        ? new PaymentOutcome.NotCharged("authorised by the buyer, not charged")
        : approved(attempt, amount);
  }

  public int charges() {
    return charged.size();
  }

  public int confirmCalls() {
    return confirmCalls.get();
  }

  private static PaymentOutcome approved(PaymentAttempt attempt, Money amount) {
    return new PaymentOutcome.Approved(attempt.providerKey(), amount, APPROVED_AT);
  }

  private static void requireNoTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new AssertionError("a provider was called inside a transaction");
    }
  }
}
