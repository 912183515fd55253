package io.entrepot.app.console;

import io.entrepot.app.message.MessageStore;
import io.entrepot.core.order.OrderStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: is all well, and if not, what next. */
@Controller
final class OverviewPage {
  private static final int LATEST = 8;

  private final Overview overview;
  private final MessageStore messages;

  OverviewPage(Overview overview, MessageStore messages) {
    this.overview = overview;
    this.messages = messages;
  }

  @GetMapping("/console")
  String overview(Model model) {
    model.addAttribute("now", overview.now());
    model.addAttribute("statuses", OrderStatus.values());
    model.addAttribute("latest", messages.latest(LATEST).stream().map(MessageRow::of).toList());
    return "console/overview";
  }
}
