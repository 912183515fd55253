package io.entrepot.core.payment;

import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.order.CancellationListener;
import io.entrepot.core.order.OrderEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Closes the payment of a cancelled order: what was only asked for is cancelled, what was taken
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
  public List<OrderEvent> cancelled(UUID orderId, String reason) {
    payments.lockLive(orderId).ifPresent(payment -> close(payment, reason));
    return List.of();
  }

  private void close(Payment payment, String reason) {
    Instant now = SqlTime.now(clock);
    switch (payment.status()) {
      case PENDING -> payments.save(payment, payment.cancelled(reason), now);
      case COMPLETED ->
          payments.addRefund(
              new RefundDue(
                  TimeOrderedId.next(clock),
                  payment.paymentId(),
                  payment.orderId(),
                  payment.amount(),
                  reason,
                  now));
      case PROCESSING, UNKNOWN, FAILED, CANCELLED -> {}
    }
  }
}
