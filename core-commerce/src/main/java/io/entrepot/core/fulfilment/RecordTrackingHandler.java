package io.entrepot.core.fulfilment;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderStepHandler;
import io.entrepot.core.order.OrderStepRefusal;
import io.entrepot.core.order.OrderStepResult;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Notes what a carrier tells; DELIVERED delivers the order. Notices may come twice and out of
 * order: the carrier's time decides, not that of arrival.
 */
@Component
public class RecordTrackingHandler {
  private final OrderStepHandler orders;
  private final Shipments shipments;
  private final EventOutbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  public RecordTrackingHandler(
      OrderStepHandler orders,
      Shipments shipments,
      EventOutbox outbox,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.shipments = shipments;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  public OrderStepResult handle(RecordTracking notice) {
    return transactions.call(
        () ->
            shipments
                .findByWaybill(notice.carrier(), notice.waybill())
                .map(shipment -> track(shipment, notice))
                .orElseGet(() -> unknown(notice)));
  }

  private OrderStepResult track(Shipment shipment, RecordTracking notice) {
    Order order = orders.lock(shipment.orderId()).orElseThrow();
    if (!shipments.track(shipment.shipmentId(), notice, SqlTime.now(clock))) {
      return new OrderStepResult.Repeated(order.status());
    }
    return notice.state() == TrackingState.DELIVERED && order.status() == OrderStatus.SHIPPED
        ? deliver(order, notice)
        : new OrderStepResult.Done(order.status());
  }

  private OrderStepResult deliver(Order order, RecordTracking notice) {
    Order delivered =
        orders.deliver(
            order,
            "carrier " + notice.carrier(),
            "%s at %s".formatted(notice.waybill(), notice.at()));
    outbox.append(
        List.of(
            new OrderDelivered(order.orderId(), notice.carrier(), notice.waybill(), notice.at())));
    return new OrderStepResult.Done(delivered.status());
  }

  private static OrderStepResult unknown(RecordTracking notice) {
    return new OrderStepResult.Refused(
        OrderStepRefusal.UNKNOWN_WAYBILL,
        "no shipment has waybill %s %s; it may not be noted as shipped yet"
            .formatted(notice.carrier(), notice.waybill()));
  }
}
