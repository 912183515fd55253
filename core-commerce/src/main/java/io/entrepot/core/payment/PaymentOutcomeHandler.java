package io.entrepot.core.payment;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderEvent;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderStepHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores what a provider said, with all that follows from it for the order, in one transaction. Of
 * several outcomes of one charge the first that is final stands.
 */
@Component
public class PaymentOutcomeHandler {
  private final OrderStepHandler orders;
  private final Payments payments;
  private final EventOutbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  public PaymentOutcomeHandler(
      OrderStepHandler orders,
      Payments payments,
      EventOutbox outbox,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  ConfirmPaymentResult handle(PaymentAttempt attempt, PaymentOutcome outcome) {
    return transactions.call(() -> store(attempt, outcome));
  }

  /** What is known of a payment for which a charge was sent. */
  ConfirmPaymentResult told(Payment payment) {
    return switch (payment.status()) {
      case COMPLETED ->
          new ConfirmPaymentResult.Completed(
              payment.paymentId(), payment.orderId(), payments.isRefundDue(payment.paymentId()));
      case FAILED ->
          new ConfirmPaymentResult.Declined(
              payment.paymentId(), payment.orderId(), payment.code(), payment.detail());
      case PROCESSING, UNKNOWN ->
          new ConfirmPaymentResult.Unknown(payment.paymentId(), payment.orderId());
      case PENDING, CANCELLED ->
          throw new IllegalStateException("no charge was sent for payment " + payment.paymentId());
    };
  }

  private ConfirmPaymentResult store(PaymentAttempt attempt, PaymentOutcome outcome) {
    Order order = orders.lock(attempt.orderId()).orElseThrow();
    Payment payment = payments.lock(attempt.paymentId()).orElseThrow();
    if (!payment.status().isOpen()) {
      return told(payment);
    }
    Instant now = SqlTime.now(clock);
    List<OrderEvent> events = new ArrayList<>();
    Payment after = settle(new Settling(order, payment, attempt, now, events), outcome);
    outbox.append(events);
    return told(after);
  }

  private Payment settle(Settling settling, PaymentOutcome outcome) {
    if (outcome instanceof PaymentOutcome.Approved approved) {
      return approve(settling, approved);
    }
    if (outcome instanceof PaymentOutcome.Declined declined) {
      settling.end(payments, AttemptOutcome.DECLINED, declined.code(), declined.text());
      return fail(settling, declined.code(), declined.text(), "PAYMENT_DECLINED");
    }
    return doubt(settling, outcome);
  }

  private Payment approve(Settling settling, PaymentOutcome.Approved approved) {
    settling.end(payments, AttemptOutcome.APPROVED, null, null);
    payments.bookCharge(settling.attempt(), approved.amount(), settling.now());
    if (!approved.amount().equals(settling.payment().amount())) {
      return failWrongAmount(settling, approved.amount());
    }
    Payment completed = settling.payment().completed();
    payments.save(settling.payment(), completed, settling.now());
    settling.events().add(completedEvent(settling.attempt()));
    Order order = settling.order();
    if (order.status() == OrderStatus.PAYMENT_PROCESSING) {
      settling.events().add(orders.confirm(order, approved.amount(), completed.provider()));
    } else {
      // Cancelled while the provider was asked: the money is booked, and must go back.
      refund(settling, approved.amount(), "ORDER_" + order.status());
    }
    return completed;
  }

  private Payment failWrongAmount(Settling settling, Money taken) {
    refund(settling, taken, "AMOUNT_MISMATCH");
    String text = "the provider took %s".formatted(taken);
    return fail(settling, "AMOUNT_MISMATCH", text, "PAYMENT_AMOUNT_MISMATCH");
  }

  private Payment fail(Settling settling, String code, String text, String cancelReason) {
    Payment failed = settling.payment().failed(code, text);
    payments.save(settling.payment(), failed, settling.now());
    settling.events().add(failedEvent(settling.attempt(), code, text));
    Order order = settling.order();
    if (order.status().allows(OrderStatus.CANCELLED)) {
      settling
          .events()
          .addAll(orders.cancel(order, cancelReason, MovementReason.RELEASED, failed.provider()));
    }
    return failed;
  }

  private Payment doubt(Settling settling, PaymentOutcome outcome) {
    String why =
        outcome instanceof PaymentOutcome.Unknown unknown
            ? unknown.text()
            : "the provider has not charged yet";
    settling.end(payments, AttemptOutcome.UNKNOWN, null, why);
    Payment unknown = settling.payment().unknown(why, settling.now());
    payments.save(settling.payment(), unknown, settling.now());
    return unknown;
  }

  private void refund(Settling settling, Money amount, String reason) {
    payments.addRefund(
        new RefundDue(
            TimeOrderedId.next(clock),
            settling.payment().paymentId(),
            settling.payment().orderId(),
            amount,
            reason,
            settling.now()));
  }

  private static PaymentCompleted completedEvent(PaymentAttempt attempt) {
    return new PaymentCompleted(
        attempt.paymentId(),
        attempt.orderId(),
        attempt.provider(),
        attempt.providerKey(),
        attempt.amount());
  }

  private static PaymentFailed failedEvent(PaymentAttempt attempt, String code, String text) {
    return new PaymentFailed(
        attempt.paymentId(),
        attempt.orderId(),
        attempt.provider(),
        attempt.providerKey(),
        attempt.amount(),
        code,
        text);
  }

  /** One outcome being stored: order and payment are locked, events are gathered. */
  private record Settling(
      Order order, Payment payment, PaymentAttempt attempt, Instant now, List<OrderEvent> events) {

    void end(
        Payments payments, AttemptOutcome outcome, @Nullable String code, @Nullable String detail) {
      payments.saveAttempt(attempt.attemptId(), outcome, code, detail, now);
    }
  }
}
