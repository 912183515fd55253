package io.entrepot.core.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which orders to list; null means any. */
public record OrderFilter(
    @Nullable OrderStatus status, @Nullable String channel, @Nullable UUID batchId) {
  public static final OrderFilter ALL = new OrderFilter(null, null, null);

  public static OrderFilter inStatus(OrderStatus status) {
    return new OrderFilter(status, null, null);
  }

  public static OrderFilter ofBatch(UUID batchId) {
    return new OrderFilter(null, null, batchId);
  }
}
