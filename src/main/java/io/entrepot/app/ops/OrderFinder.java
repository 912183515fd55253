package io.entrepot.app.ops;

import io.entrepot.app.problem.ProblemException;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds an order by what a person has at hand. */
@Component
public final class OrderFinder {
  private static final int TRIES_MAX = 5;
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

  /** Empty where nothing fits; {@code channel/reference} does as well. */
  public Optional<OrderView> find(String text) {
    try {
      return orders.find(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return byReference(text);
    }
  }

  /** Both parts may have the separator in them: each is tried, the last first. */
  private Optional<OrderView> byReference(String text) {
    int tries = 0;
    for (int i = text.length() - 2; i > 0 && tries < TRIES_MAX; i--) {
      if (text.charAt(i) == ':' || text.charAt(i) == '/') {
        tries++;
        var found = orders.findByReference(text.substring(0, i), text.substring(i + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
