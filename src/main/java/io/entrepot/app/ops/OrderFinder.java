package io.entrepot.app.ops;

import io.entrepot.app.problem.ProblemException;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds an order by what a person has at hand. */
@Component
final class OrderFinder {
  private final OrderQueries orders;

  OrderFinder(OrderQueries orders) {
    this.orders = orders;
  }

  /** By its id, or as {@code channel:reference}. */
  OrderView require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "order-not-found",
                    "There is no such order: give its id, or channel:reference as in"
                        + " online-retail:536365."));
  }

  private Optional<OrderView> find(String id) {
    int colon = id.indexOf(':');
    if (colon > 0) {
      return orders.findByReference(id.substring(0, colon), id.substring(colon + 1));
    }
    try {
      return orders.find(UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
