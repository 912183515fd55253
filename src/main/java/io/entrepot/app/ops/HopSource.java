package io.entrepot.app.ops;

import io.entrepot.core.order.OrderView;
import java.util.List;

/** What one context knows of an order's way; a new context adds a bean, nothing else changes. */
public interface HopSource {
  /** In any order. */
  List<Hop> hops(OrderView order);
}
