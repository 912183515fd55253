package io.entrepot.core.order;

import io.entrepot.core.event.DomainEvent;
import java.util.UUID;

/** An event about one order: delivered in order with all others about it. */
public interface OrderEvent extends DomainEvent {
  UUID orderId();

  @Override
  default int version() {
    return 1;
  }

  @Override
  default String entityKey() {
    return "order:" + orderId();
  }

  @Override
  default UUID correlationId() {
    return orderId();
  }
}
