package io.entrepot.app.console;

import io.entrepot.app.message.MessageView;
import io.entrepot.core.fulfilment.ShipmentView;
import io.entrepot.core.fulfilment.TrackingState;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.payment.PaymentView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads an order's stages from what the contexts know of it. */
final class OrderStages {
  private static final String MAIL = "mail";
  private static final Set<OrderStatus> PACKED =
      EnumSet.of(
          OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.COMPLETED, OrderStatus.RETURNED);

  private static final Set<TrackingState> TROUBLE =
      EnumSet.of(TrackingState.ATTEMPT_FAILED, TrackingState.EXCEPTION);

  private OrderStages() {}

  static List<OrderStage> of(
      OrderView order,
      List<PaymentView> payments,
      List<ShipmentView> shipments,
      List<MessageView> messages) {
    return List.of(
        new OrderStage("placed", "ok", "done", order.channel(), order.placedAt()),
        payments.isEmpty() ? ahead("payment", order) : payment(payments.get(payments.size() - 1)),
        warehouse(order, shipments),
        shipments.isEmpty()
            ? ahead("carrier", order)
            : carrier(shipments.get(shipments.size() - 1)),
        notice(order, messages));
  }

  private static OrderStage payment(PaymentView payment) {
    var mark =
        switch (payment.status()) {
          case PENDING -> "wait";
          case PROCESSING -> "run";
          case UNKNOWN -> "unknown";
          case COMPLETED -> "ok";
          case FAILED -> "fail";
          case CANCELLED -> "paused";
        };
    return new OrderStage(
        "payment", mark, payment.status().name(), payment.provider(), payment.updatedAt());
  }

  private static OrderStage warehouse(OrderView order, List<ShipmentView> shipments) {
    if (PACKED.contains(order.status())) {
      var last = shipments.isEmpty() ? null : shipments.get(shipments.size() - 1).shippedAt();
      return new OrderStage("warehouse", "ok", "done", null, last);
    }
    return switch (order.status()) {
      case CONFIRMED -> new OrderStage("warehouse", "wait", "asking", null, order.confirmedAt());
      case PROCESSING -> new OrderStage("warehouse", "run", "packing", null, order.updatedAt());
      default -> ahead("warehouse", order);
    };
  }

  private static OrderStage carrier(ShipmentView shipment) {
    var at = shipment.deliveredAt() == null ? shipment.shippedAt() : shipment.deliveredAt();
    if (shipment.deliveredAt() != null) {
      return new OrderStage("carrier", "ok", "delivered", shipment.carrier(), at);
    }
    return shipment.state() != null && TROUBLE.contains(shipment.state())
        ? new OrderStage("carrier", "warn", "trouble", shipment.carrier(), at)
        : new OrderStage("carrier", "run", "underway", shipment.carrier(), at);
  }

  private static OrderStage notice(OrderView order, List<MessageView> messages) {
    return messages.stream()
        .filter(message -> message.partner().equals(MAIL))
        .reduce((earlier, later) -> later)
        .map(
            mail ->
                new OrderStage(
                    "notice",
                    MessagePills.of(mail.status()).mark(),
                    mail.status().name(),
                    mail.document(),
                    mail.updatedAt()))
        .orElseGet(() -> ahead("notice", order));
  }

  /** A stage that was not reached, and never will be when the order is cancelled. */
  private static OrderStage ahead(String name, OrderView order) {
    return order.status() == OrderStatus.CANCELLED
        ? new OrderStage(name, "paused", "cancelled", null, null)
        : new OrderStage(name, "wait", "ahead", null, null);
  }
}
