package io.entrepot.core.payment;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStepHandler;
import io.entrepot.core.order.OrderView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for the money of an order, once as long as the payment lives. */
@Component
public class RequestPaymentHandler {
  private final OrderStepHandler orders;
  private final OrderQueries orderQueries;
  private final Payments payments;
  private final EventOutbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  public RequestPaymentHandler(
      OrderStepHandler orders,
      OrderQueries orderQueries,
      Payments payments,
      EventOutbox outbox,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.orderQueries = orderQueries;
    this.payments = payments;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  public RequestPaymentResult handle(RequestPayment command) {
    return transactions.call(
        () ->
            orders
                .lock(command.orderId())
                .map(order -> request(order, command.provider()))
                .orElseGet(
                    () ->
                        new RequestPaymentResult.Refused(
                            PaymentRefusal.UNKNOWN_ORDER,
                            "no order %s; check the number".formatted(command.orderId()))));
  }

  private RequestPaymentResult request(Order order, String provider) {
    Optional<Payment> live = payments.lockLive(order.orderId());
    if (live.isPresent()) {
      return new RequestPaymentResult.AlreadyRequested(live.get().paymentId());
    }
    if (!order.isPayable()) {
      return new RequestPaymentResult.Refused(
          PaymentRefusal.ORDER_NOT_PAYABLE,
          "order %s is %s; only a PENDING order is paid"
              .formatted(order.orderId(), order.status()));
    }
    Payment payment =
        Payment.requested(TimeOrderedId.next(clock), order.orderId(), provider, order.total());
    payments.add(payment, SqlTime.now(clock));
    PaymentRequested event = event(payment, orderQueries.find(order.orderId()).orElseThrow());
    outbox.append(List.of(event));
    return new RequestPaymentResult.Requested(event);
  }

  private static PaymentRequested event(Payment payment, OrderView order) {
    return new PaymentRequested(
        payment.paymentId(),
        payment.orderId(),
        payment.provider(),
        payment.amount(),
        OrderName.of(order),
        order.buyer().name(),
        order.buyer().email(),
        order.expiresAt());
  }
}
