package io.entrepot.app.ops;

import io.entrepot.app.event.EventBacklog;
import io.entrepot.app.message.MessageStore;
import io.entrepot.core.order.OrderQueries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/figures}. */
@RestController
@RequestMapping("/api/v1/ops/figures")
class FiguresApi {
  private final OrderQueries orders;
  private final MessageStore messages;
  private final EventBacklog backlog;

  FiguresApi(OrderQueries orders, MessageStore messages, EventBacklog backlog) {
    this.orders = orders;
    this.messages = messages;
    this.backlog = backlog;
  }

  @GetMapping
  Figures figures() {
    return new Figures(orders.countByStatus(), messages.counts(), backlog.lags());
  }
}
