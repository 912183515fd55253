package io.entrepot.core.order;

import java.util.UUID;

/** What became of a wish to take an order a step further. */
public sealed interface OrderStepResult {

  record Done(OrderStatus status) implements OrderStepResult {}

  /** The order had taken this step before; nothing was done. */
  record Repeated(OrderStatus status) implements OrderStepResult {}

  /**
   * Nothing was done.
   *
   * @param detail for people: what is wrong and what to do
   */
  record Refused(OrderStepRefusal code, String detail) implements OrderStepResult {}

  static OrderStepResult unknownOrder(UUID orderId) {
    return new Refused(
        OrderStepRefusal.UNKNOWN_ORDER, "no order %s; check the number".formatted(orderId));
  }

  static OrderStepResult illegal(Order order, OrderStatus next) {
    return new Refused(OrderStepRefusal.ILLEGAL_STEP, order.objection(next));
  }
}
