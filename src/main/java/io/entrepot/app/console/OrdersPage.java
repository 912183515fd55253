package io.entrepot.app.console;

import io.entrepot.core.order.OrderFilter;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The latest orders. */
@Controller
final class OrdersPage {
  private static final int ROWS = 50;

  private final OrderQueries orders;
  private final OrderFigures figures;

  OrdersPage(OrderQueries orders, OrderFigures figures) {
    this.orders = orders;
    this.figures = figures;
  }

  @GetMapping("/console/orders")
  String list(
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(required = false) @Nullable UUID batch,
      @RequestParam(required = false) @Nullable UUID before,
      Model model) {
    var rows = orders.list(new OrderFilter(status, null, batch), before, ROWS + 1);
    var shown = rows.subList(0, Math.min(rows.size(), ROWS));
    var counts =
        batch == null ? figures.now() : new OrderFigures.Counts(orders.countByStatus(batch));
    model.addAttribute("orders", shown.stream().map(OrderRow::of).toList());
    model.addAttribute("older", rows.size() > ROWS ? shown.get(ROWS - 1).orderId() : null);
    model.addAttribute("latest", before == null);
    model.addAttribute("status", status);
    model.addAttribute("batch", batch);
    model.addAttribute("statuses", OrderStatus.values());
    model.addAttribute("figures", counts);
    return "console/orders";
  }
}
