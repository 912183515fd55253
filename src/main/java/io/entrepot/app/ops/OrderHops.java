package io.entrepot.app.ops;

import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class OrderHops implements HopSource {
  private final OrderQueries orders;

  OrderHops(OrderQueries orders) {
    this.orders = orders;
  }

  @Override
  public List<Hop> hops(OrderView order) {
    return orders.history(order.orderId()).stream()
        .map(
            entry ->
                Hop.ofCore(
                    entry.at(), "order", entry.action(), entry.after().name(), entry.detail()))
        .toList();
  }
}
