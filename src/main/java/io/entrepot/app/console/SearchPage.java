package io.entrepot.app.console;

import io.entrepot.app.message.MessageStore;
import io.entrepot.app.ops.OrderFinder;
import io.entrepot.core.order.OrderView;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from an id to what it names. */
@Controller
final class SearchPage {
  private final OrderFinder orders;
  private final MessageStore messages;

  SearchPage(OrderFinder orders, MessageStore messages) {
    this.orders = orders;
    this.messages = messages;
  }

  @GetMapping("/console/search")
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("wanted", q.strip());
    return found(q.strip()).map(page -> "redirect:" + page).orElse("console/search");
  }

  private Optional<String> found(String wanted) {
    return orders.find(wanted).map(SearchPage::page).or(() -> message(wanted));
  }

  private Optional<String> message(String wanted) {
    return id(wanted).flatMap(messages::find).map(found -> "/console/messages/" + found.id());
  }

  private static String page(OrderView order) {
    return "/console/orders/" + order.orderId();
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
