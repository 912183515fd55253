package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.sandbox.Books;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** All payments: what the entries of the books add up to. */
final class SimulatedTossLedger {
  private final Map<String, SimulatedPayment> byKey = new LinkedHashMap<>();
  private final Map<String, SimulatedPayment> lastByOrderId = new HashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long confirmed;
  private long cancelled;

  /** Writes it into the books and follows it; the payment it is about. */
  SimulatedPayment write(Books books, JsonNode entry) {
    books.write(entry);
    apply(entry);
    return byKey(entry.path("paymentKey").asText()).orElseThrow();
  }

  void apply(JsonNode entry) {
    String type = entry.path("type").asText();
    if (type.equals("answered")) {
      return;
    }
    counts.merge(type, 1L, Long::sum);
    switch (type) {
      case "window" -> add(SimulatedPayment.opened(entry));
      case "authorised" -> payment(entry).authorised(entry);
      case "declined" -> payment(entry).declined(entry);
      case "confirmed" -> {
        payment(entry).confirmed(entry);
        confirmed += entry.path("amount").asLong();
      }
      case "cancelled" -> {
        payment(entry).cancelled(entry);
        cancelled += entry.path("amount").asLong();
      }
      default -> throw new IllegalStateException("the books know no entry '" + type + "'");
    }
  }

  private void add(SimulatedPayment payment) {
    byKey.put(payment.paymentKey(), payment);
    lastByOrderId.put(payment.orderId(), payment);
  }

  private SimulatedPayment payment(JsonNode entry) {
    String key = entry.path("paymentKey").asText();
    return Objects.requireNonNull(byKey.get(key), () -> "no window was opened for " + key);
  }

  Optional<SimulatedPayment> byKey(String paymentKey) {
    return Optional.ofNullable(byKey.get(paymentKey));
  }

  Optional<SimulatedPayment> byOrderId(String orderId) {
    return Optional.ofNullable(lastByOrderId.get(orderId));
  }

  /** Counts by kind of entry; sums of what was charged and what was given back. */
  BooksSummary summary() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (String type :
        new String[] {"window", "authorised", "confirmed", "declined", "cancelled"}) {
      all.put(type, counts.getOrDefault(type, 0L));
    }
    return new BooksSummary(
        all, Map.of("confirmed", confirmed + " KRW", "cancelled", cancelled + " KRW"));
  }

  BooksTable table(Instant now, int rowsMax) {
    List<List<String>> rows =
        byKey.values().stream()
            .skip(Math.max(0, byKey.size() - rowsMax))
            .map(
                payment ->
                    List.of(
                        payment.paymentKey(),
                        payment.orderId(),
                        payment.amount() + " KRW",
                        payment.status(now),
                        payment.captured() ? payment.balance() + " KRW" : "",
                        payment.requestedAt().toString()))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(rows);
    return new BooksTable(
        "Payments",
        List.of("payment key", "order", "amount", "status", "left", "asked for"),
        rows,
        byKey.size());
  }
}
