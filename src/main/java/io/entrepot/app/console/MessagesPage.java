package io.entrepot.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageDetail;
import io.entrepot.app.message.MessageFilter;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The latest messages, and one of them. */
@Controller
final class MessagesPage {
  private static final int ROWS = 50;

  private final MessageStore messages;
  private final MessageFigures figures;

  MessagesPage(MessageStore messages, MessageFigures figures) {
    this.messages = messages;
    this.figures = figures;
  }

  @GetMapping("/console/messages")
  String list(
      @RequestParam(required = false) @Nullable MessageStatus status,
      @RequestParam(required = false) @Nullable Direction direction,
      @RequestParam(required = false) @Nullable String partner,
      @RequestParam(required = false) @Nullable UUID before,
      Model model) {
    var rows =
        messages.list(new MessageFilter(direction, status, partner, null, null, before, ROWS + 1));
    var shown = rows.subList(0, Math.min(rows.size(), ROWS));
    model.addAttribute("messages", shown.stream().map(MessageRow::of).toList());
    model.addAttribute("older", rows.size() > ROWS ? shown.get(ROWS - 1).id() : null);
    model.addAttribute("latest", before == null);
    model.addAttribute("status", status);
    model.addAttribute("direction", direction);
    model.addAttribute("partner", partner);
    model.addAttribute("statuses", MessageStatus.values());
    model.addAttribute("directions", Direction.values());
    model.addAttribute("figures", figures.now());
    return "console/messages";
  }

  @GetMapping("/console/messages/{id}")
  String one(@PathVariable UUID id, Model model) {
    var detail =
        messages.detail(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("detail", detail);
    model.addAttribute("message", detail.message());
    model.addAttribute("row", MessageRow.of(detail.message()));
    model.addAttribute("panes", panes(detail));
    return "console/message";
  }

  /** A content of the message under the key of its heading. */
  record Pane(String title, JsonLines content) {}

  private static List<Pane> panes(MessageDetail detail) {
    return Stream.of(
            pane("message.payload", detail.payload()),
            pane("message.body", detail.body()),
            pane("message.result", detail.result()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Pane> pane(String title, @Nullable JsonNode content) {
    return content == null ? Optional.empty() : Optional.of(new Pane(title, JsonLines.of(content)));
  }
}
