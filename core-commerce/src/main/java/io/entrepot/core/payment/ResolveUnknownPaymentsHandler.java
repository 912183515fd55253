package io.entrepot.core.payment;

import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of charges whose outcome was never stored, by asking the provider; never by
 * charging anew. A charge that the provider has not made yet is sent again under its old key.
 */
@Component
public class ResolveUnknownPaymentsHandler {
  private final Payments payments;
  private final OrderQueries orders;
  private final AskGateway gateway;
  private final PaymentOutcomeHandler outcomes;
  private final Transactions transactions;
  private final Clock clock;

  public ResolveUnknownPaymentsHandler(
      Payments payments,
      OrderQueries orders,
      PaymentGateway gateway,
      PaymentOutcomeHandler outcomes,
      Transactions transactions,
      Clock clock) {
    this.payments = payments;
    this.orders = orders;
    this.gateway = new AskGateway(gateway);
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.clock = clock;
  }

  public ResolvedPayments handle(ResolveUnknownPayments command) {
    Transactions.requireNone("resolving payments");
    List<ConfirmPaymentResult> results = new ArrayList<>();
    for (UUID paymentId : payments.toLookUp(SqlTime.now(clock), command.limit())) {
      transactions.call(() -> claim(paymentId)).map(this::resolve).ifPresent(results::add);
    }
    return new ResolvedPayments(
        count(results, ConfirmPaymentResult.Completed.class),
        count(results, ConfirmPaymentResult.Declined.class),
        count(results, ConfirmPaymentResult.Unknown.class));
  }

  /** Empty when another node was faster: its claim moved the time of the next look-up on. */
  private Optional<PaymentAttempt> claim(UUID paymentId) {
    Instant now = SqlTime.now(clock);
    Payment payment = payments.lock(paymentId).orElseThrow();
    Instant due = payment.nextLookupAt();
    if (due == null || due.isAfter(now)) {
      return Optional.empty();
    }
    payments.save(payment, payment.lookingUp(now), now);
    return Optional.of(payments.openAttempt(paymentId));
  }

  private ConfirmPaymentResult resolve(PaymentAttempt attempt) {
    PaymentOutcome outcome = gateway.lookup(attempt);
    return outcomes.handle(
        attempt, outcome instanceof PaymentOutcome.NotCharged ? sendAgain(attempt) : outcome);
  }

  private PaymentOutcome sendAgain(PaymentAttempt attempt) {
    OrderStatus status = orders.find(attempt.orderId()).orElseThrow().status();
    return status == OrderStatus.PAYMENT_PROCESSING
        ? gateway.confirm(attempt)
        : new PaymentOutcome.Declined(
            "ORDER_" + status, "not charged, and the order waits no longer for it");
  }

  private static int count(
      List<ConfirmPaymentResult> results, Class<? extends ConfirmPaymentResult> kind) {
    return (int) results.stream().filter(kind::isInstance).count();
  }
}
