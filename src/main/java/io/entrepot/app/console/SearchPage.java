package io.entrepot.app.console;

import io.entrepot.app.message.MessageStore;
import io.entrepot.core.order.OrderQueries;
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
  private final OrderQueries orders;
  private final MessageStore messages;

  SearchPage(OrderQueries orders, MessageStore messages) {
    this.orders = orders;
    this.messages = messages;
  }

  @GetMapping("/console/search")
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("wanted", q.strip());
    return found(q.strip()).map(page -> "redirect:" + page).orElse("console/search");
  }

  private Optional<String> found(String wanted) {
    return id(wanted).map(this::byId).orElseGet(() -> byReference(wanted));
  }

  private Optional<String> byId(UUID id) {
    return orders
        .find(id)
        .map(SearchPage::page)
        .or(() -> messages.find(id).map(message -> "/console/messages/" + message.id()));
  }

  /** An order is known by its channel and its reference there: {@code online-retail/536365}. */
  private Optional<String> byReference(String wanted) {
    int slash = wanted.lastIndexOf('/');
    // A supplement has a stroke of its own in its reference: try each as the one after the channel.
    while (slash > 0) {
      var order = orders.findByReference(wanted.substring(0, slash), wanted.substring(slash + 1));
      if (order.isPresent()) {
        return order.map(SearchPage::page);
      }
      slash = wanted.lastIndexOf('/', slash - 1);
    }
    return Optional.empty();
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
