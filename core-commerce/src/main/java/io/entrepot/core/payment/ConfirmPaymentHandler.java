package io.entrepot.core.payment;

import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderStepHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes the money once: the attempt is committed, then the provider asked outside any transaction,
 * then the outcome committed. Whoever dies in between leaves an attempt that {@link
 * ResolveUnknownPaymentsHandler} finds.
 */
@Component
public class ConfirmPaymentHandler {
  private final OrderStepHandler orders;
  private final Payments payments;
  private final AskGateway gateway;
  private final PaymentOutcomeHandler outcomes;
  private final Transactions transactions;
  private final Clock clock;

  public ConfirmPaymentHandler(
      OrderStepHandler orders,
      Payments payments,
      PaymentGateway gateway,
      PaymentOutcomeHandler outcomes,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.gateway = new AskGateway(gateway);
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A repeat with the same key asks nobody and answers what is known. */
  public ConfirmPaymentResult handle(ConfirmPayment command) {
    Transactions.requireNone("confirming a payment");
    Start start = transactions.call(() -> start(command));
    if (start instanceof Answered answered) {
      return answered.result();
    }
    PaymentAttempt attempt = ((Sent) start).attempt();
    return outcomes.handle(attempt, gateway.confirm(attempt));
  }

  private Start start(ConfirmPayment command) {
    Optional<Payment> payment = payments.find(command.paymentId());
    if (payment.isEmpty()) {
      return refused(
          PaymentRefusal.UNKNOWN_PAYMENT,
          "no payment %s; check the number".formatted(command.paymentId()));
    }
    Order order = orders.lock(payment.get().orderId()).orElseThrow();
    return start(command, order, payments.lock(command.paymentId()).orElseThrow());
  }

  private Start start(ConfirmPayment command, Order order, Payment payment) {
    if (payment.status() != PaymentStatus.PENDING) {
      return repeated(command, payment);
    }
    if (!command.amount().equals(payment.amount()) || !payment.amount().equals(order.total())) {
      return refused(
          PaymentRefusal.AMOUNT_MISMATCH,
          "payment %s asks for %s, not %s; nothing was charged"
              .formatted(payment.paymentId(), payment.amount(), command.amount()));
    }
    if (!order.isPayable()) {
      return refused(
          PaymentRefusal.ORDER_NOT_PAYABLE,
          "order %s is %s; nothing was charged".formatted(order.orderId(), order.status()));
    }
    if (payments.isKeyUsed(payment.provider(), command.providerKey())) {
      return refused(
          PaymentRefusal.PROVIDER_KEY_USED,
          "the key %s was used for another payment; nothing was charged"
              .formatted(command.providerKey()));
    }
    return new Sent(send(command.providerKey(), order, payment));
  }

  private PaymentAttempt send(String providerKey, Order order, Payment payment) {
    Instant now = SqlTime.now(clock);
    PaymentAttempt attempt =
        new PaymentAttempt(
            TimeOrderedId.next(clock),
            payment.paymentId(),
            1,
            payment.orderId(),
            payment.provider(),
            providerKey,
            payment.amount());
    orders.startPayment(order, payment.provider());
    payments.save(payment, payment.sent(providerKey, now), now);
    payments.addAttempt(attempt, now);
    return attempt;
  }

  private Start repeated(ConfirmPayment command, Payment payment) {
    if (payment.hasKey(command.providerKey())) {
      return new Answered(outcomes.told(payment));
    }
    return switch (payment.status()) {
      case COMPLETED ->
          refused(PaymentRefusal.ALREADY_PAID, "the payment is completed with another key");
      case PROCESSING, UNKNOWN ->
          refused(PaymentRefusal.PAYMENT_IN_PROGRESS, "another charge is under way; wait for it");
      case PENDING, FAILED, CANCELLED ->
          refused(
              PaymentRefusal.PAYMENT_CLOSED,
              "payment %s is %s; place the order anew"
                  .formatted(payment.paymentId(), payment.status()));
    };
  }

  private static Start refused(PaymentRefusal code, String detail) {
    return new Answered(new ConfirmPaymentResult.Refused(code, detail));
  }

  private sealed interface Start {}

  private record Sent(PaymentAttempt attempt) implements Start {}

  private record Answered(ConfirmPaymentResult result) implements Start {}
}
