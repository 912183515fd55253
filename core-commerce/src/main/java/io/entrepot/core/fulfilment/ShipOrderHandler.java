package io.entrepot.core.fulfilment;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderStepHandler;
import io.entrepot.core.order.OrderStepRefusal;
import io.entrepot.core.order.OrderStepResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Notes that an order has left: shipment, stock, order and event in one transaction. A notice that
 * comes before the warehouse was noted to have the order takes it through PROCESSING.
 */
@Component
public class ShipOrderHandler {
  private static final String ACTOR = "warehouse";

  private final OrderStepHandler orders;
  private final Shipments shipments;
  private final EventOutbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  public ShipOrderHandler(
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

  public OrderStepResult handle(ShipOrder command) {
    return transactions.call(
        () ->
            orders
                .lock(command.orderId())
                .map(order -> ship(order, command))
                .orElseGet(() -> OrderStepResult.unknownOrder(command.orderId())));
  }

  private OrderStepResult ship(Order order, ShipOrder command) {
    Optional<Shipment> known =
        shipments
            .findByExternalId(command.externalId())
            .or(() -> shipments.findByWaybill(command.carrier(), command.waybill()));
    if (known.isPresent()) {
      return repeated(order, known.get());
    }
    Order ready = order.status() == OrderStatus.CONFIRMED ? orders.process(order, ACTOR) : order;
    return ready.status().allows(OrderStatus.SHIPPED)
        ? shipAll(ready, command)
        : OrderStepResult.illegal(ready, OrderStatus.SHIPPED);
  }

  private OrderStepResult shipAll(Order order, ShipOrder command) {
    Shipment shipment =
        new Shipment(
            TimeOrderedId.next(clock),
            order.orderId(),
            command.externalId(),
            command.carrier(),
            command.waybill(),
            command.shippedAt());
    List<ShippedLine> lines = lines(order);
    shipments.add(shipment, lines);
    Order shipped =
        orders.ship(order, ACTOR, "%s %s".formatted(command.carrier(), command.waybill()));
    outbox.append(List.of(event(shipment, lines)));
    return new OrderStepResult.Done(shipped.status());
  }

  private List<ShippedLine> lines(Order order) {
    return orders.lines(order).stream()
        .map(line -> new ShippedLine(line.lineNo(), line.sku(), line.quantity()))
        .toList();
  }

  private static OrderStepResult repeated(Order order, Shipment known) {
    return known.orderId().equals(order.orderId())
        ? new OrderStepResult.Repeated(order.status())
        : new OrderStepResult.Refused(
            OrderStepRefusal.SHIPMENT_OF_ANOTHER_ORDER,
            "shipment %s with waybill %s %s belongs to order %s; check both numbers"
                .formatted(known.externalId(), known.carrier(), known.waybill(), known.orderId()));
  }

  private static OrderShipped event(Shipment shipment, List<ShippedLine> lines) {
    return new OrderShipped(
        shipment.orderId(),
        shipment.shipmentId(),
        shipment.carrier(),
        shipment.waybill(),
        lines,
        shipment.shippedAt());
  }
}
