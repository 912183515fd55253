package io.entrepot.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.message.Attempt;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.app.message.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The drop in the message store: one message for the file, and one for each order in it. */
@Component
final class ExportJournal {
  private static final String PARTNER = "finance";
  private static final String DOCUMENT = "erp-export";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MessageStore messages;
  private final ExportBooks books;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ExportJournal(
      MessageStore messages, ExportBooks books, TransactionTemplate transactions, Clock clock) {
    this.messages = messages;
    this.books = books;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Before the first byte is sent; a repeat returns the same message. */
  Stored begin(ExportFile file, ControlTotals totals) {
    return messages.outbound(
        new OutboundMessage(
            PARTNER,
            DOCUMENT,
            file.name(),
            file.id(),
            "export:" + file.feed() + "/" + file.sequence(),
            JSON.valueToTree(totals)));
  }

  void failed(Stored message, Instant since, String reason) {
    messages.attempt(
        message.id(), Attempt.failed(since, lasted(since), "REFUSED_CONNECTION", reason));
    messages.failed(message.id(), "REFUSED_CONNECTION", reason, false);
  }

  /** One transaction with the file's own state: the timeline never tells more than was done. */
  void delivered(Stored message, ExportFile file, Instant since) {
    transactions.executeWithoutResult(
        status -> {
          JsonNode answer = JSON.valueToTree(Map.of("file", file.name()));
          succeed(message, since, answer);
          books.orders(file.id()).forEach(order -> succeed(entry(file, order), since, answer));
          books.delivered(file.id());
        });
  }

  private Stored entry(ExportFile file, UUID order) {
    return messages.outbound(
        new OutboundMessage(
            PARTNER,
            DOCUMENT,
            file.name() + "/" + order,
            order,
            "order:" + order,
            JSON.valueToTree(
                Map.of("file", file.name(), "feed", file.feed(), "sequence", file.sequence()))));
  }

  private void succeed(Stored message, Instant since, JsonNode answer) {
    if (!message.done()) {
      messages.attempt(message.id(), Attempt.answered(since, lasted(since), 0, answer));
      messages.succeeded(message.id(), answer);
    }
  }

  private Duration lasted(Instant since) {
    return Duration.between(since, clock.instant());
  }
}
