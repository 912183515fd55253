package io.entrepot.core.order;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** SKUs that lately ran short: a look at the stock is worth while before an order is made ready. */
final class ShortSkus {
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  // Beyond it the whole shop is sold out, and forgetting costs one slow refusal for each SKU.
  private static final int AT_MOST = 10_000;

  private final Map<String, Long> sinceNanos = new ConcurrentHashMap<>();

  void add(PlaceOrder wish) {
    if (sinceNanos.size() > AT_MOST) {
      sinceNanos.clear();
    }
    long now = System.nanoTime();
    wish.lines().forEach(line -> sinceNanos.put(line.skuCode(), now));
  }

  void remove(PlaceOrder wish) {
    wish.lines().forEach(line -> sinceNanos.remove(line.skuCode()));
  }

  boolean hasAnyOf(PlaceOrder wish) {
    if (sinceNanos.isEmpty()) {
      return false;
    }
    long now = System.nanoTime();
    for (OrderLine line : wish.lines()) {
      Long since = sinceNanos.get(line.skuCode());
      if (since != null && now - since < KEPT_NANOS) {
        return true;
      }
    }
    return false;
  }
}
