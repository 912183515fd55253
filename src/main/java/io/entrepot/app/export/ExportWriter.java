package io.entrepot.app.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a planned file and its control totals to this node's own disk, always anew. */
@Component
final class ExportWriter {
  /** A file on disk with its totals. */
  record Written(Path content, Path control, ControlTotals totals) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ExportBooks books;
  private final OrderQueries orders;

  ExportWriter(ExportBooks books, OrderQueries orders) {
    this.books = books;
    this.orders = orders;
  }

  /**
   * Writes it.
   *
   * @throws IllegalStateException when it was written before with another content, which finance
   *     may have read
   */
  Written write(ExportFile file, ExportRequest request, Path folder) throws IOException {
    Path content = Files.createDirectories(folder).resolve(file.name());
    ControlTotals totals = content(file, request, content);
    if (file.sha256() != null && !file.sha256().equals(totals.sha256())) {
      throw new IllegalStateException(
          file.name()
              + " would differ from what was written before: its encoding was changed, or"
              + " an order in it; put back what was changed");
    }
    Path control = folder.resolve(file.name() + ".ctl.json");
    JSON.writeValue(control.toFile(), totals);
    books.written(file.id(), totals);
    return new Written(content, control, totals);
  }

  private ControlTotals content(ExportFile file, ExportRequest request, Path content)
      throws IOException {
    Set<UUID> chosen = books.orders(file.id());
    CsvFile csv = new CsvFile(content, request);
    try (csv;
        Stream<OrderView> confirmed = confirmed(file, chosen)) {
      confirmed.forEach(csv::add);
    }
    ControlTotals totals = csv.totals(file);
    if (totals.orders() != chosen.size()) {
      throw new IllegalStateException(
          "%s: %d orders were chosen but %d are found"
              .formatted(file.name(), chosen.size(), totals.orders()));
    }
    return totals;
  }

  private Stream<OrderView> confirmed(ExportFile file, Set<UUID> chosen) {
    return books
        .span(file.id())
        .map(span -> orders.confirmedBetween(span.from(), span.until()))
        .orElseGet(Stream::empty)
        .filter(order -> chosen.contains(order.orderId()));
  }
}
