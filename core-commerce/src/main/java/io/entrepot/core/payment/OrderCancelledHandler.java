package io.entrepot.core.payment;

import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.order.CancellationListener;
import io.entrepot.core.order.OrderEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Closes the payments of cancelled orders: what was only asked for is cancelled, what was taken
 * must go back. A charge under way is left to its outcome, which finds the order cancelled.
 */
@Component
class OrderCancelledHandler implements CancellationListener {
  private final Payments payments;
  private final Clock clock;

  OrderCancelledHandler(Payments payments, Clock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  @Override
  public List<OrderEvent> cancelled(Collection<UUID> orderIds, String reason) {
    List<Payment> live = payments.lockLive(orderIds);
    Instant now = SqlTime.now(clock);
    payments.saveAll(
        live.stream()
            .filter(payment -> payment.status() == PaymentStatus.PENDING)
            .map(payment -> payment.cancelled(reason))
            .toList(),
        now);
    live.stream()
        .filter(payment -> payment.status() == PaymentStatus.COMPLETED)
        .forEach(payment -> payments.addRefund(refund(payment, reason, now)));
    return List.of();
  }

  private RefundDue refund(Payment payment, String reason, Instant now) {
    return new RefundDue(
        TimeOrderedId.next(clock),
        payment.paymentId(),
        payment.orderId(),
        payment.amount(),
        reason,
        now);
  }
}
