package io.entrepot.app.ops;

import io.entrepot.core.order.OrderView;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what the contexts and the message store know of one order. */
@Component
public final class OrderTimelines {
  private final List<HopSource> sources;

  OrderTimelines(List<HopSource> sources) {
    this.sources = List.copyOf(sources);
  }

  public OrderTimeline of(OrderView order) {
    List<Hop> hops =
        sources.stream()
            .flatMap(source -> source.hops(order).stream())
            .sorted(Comparator.comparing(Hop::at))
            .toList();
    return new OrderTimeline(
        order.orderId(),
        order.channel(),
        order.reference(),
        order.status(),
        order.total().toString(),
        hops);
  }
}
