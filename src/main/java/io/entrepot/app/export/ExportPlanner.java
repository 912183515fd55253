package io.entrepot.app.export;

import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Chooses the orders of the next file; a file that was begun is finished first. */
@Component
final class ExportPlanner {
  /**
   * An order's moment of payment is taken before its commit, so that it can appear after an export
   * that was later: that much is looked through once more.
   */
  private static final Duration LATE_COMMIT_MAX = Duration.ofHours(1);

  private final ExportBooks books;
  private final OrderQueries orders;
  private final TransactionTemplate transactions;

  ExportPlanner(ExportBooks books, OrderQueries orders, TransactionTemplate transactions) {
    this.books = books;
    this.orders = orders;
    this.transactions = transactions;
  }

  /**
   * Empty when nothing is left to do for this request.
   *
   * @param last what this run delivered before, perhaps left over from an earlier run
   */
  Optional<ExportFile> next(ExportRequest request, Optional<ExportFile> last) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Instant exportedUntil = books.lock(request.feedInUse());
              Optional<ExportFile> begun = books.unfinished(request.feedInUse());
              if (begun.isPresent()) {
                return begun;
              }
              return request.again().isPresent()
                  ? again(request, request.again().get(), last)
                  : fresh(request, exportedUntil);
            }));
  }

  private Optional<ExportFile> again(
      ExportRequest request, ExportRequest.Days days, Optional<ExportFile> last) {
    Instant from = request.startOf(days.from());
    Instant until = request.startOf(days.to().plusDays(1));
    if (last.filter(file -> file.covers(from, until)).isPresent()) {
      return Optional.empty();
    }
    List<ExportBooks.Entry> entries = books.exported(request.feed(), from, until);
    return Optional.of(books.plan(request.feedInUse(), days.to(), from, until, entries));
  }

  private Optional<ExportFile> fresh(ExportRequest request, Instant exportedUntil) {
    Instant from = exportedUntil.minus(LATE_COMMIT_MAX);
    Instant until = request.until();
    List<ExportBooks.Entry> entries =
        from.isBefore(until) ? unexported(request, from, until) : List.of();
    if (entries.isEmpty() && (request.asked() || books.hasFile(request.feed(), until))) {
      return Optional.empty();
    }
    books.markExported(request.feed(), entries);
    boolean more = entries.size() == request.limit();
    Instant reached = more ? entries.get(entries.size() - 1).confirmedAt() : until;
    books.advance(request.feed(), reached);
    return Optional.of(
        books.plan(request.feed(), request.businessDate(until), exportedUntil, until, entries));
  }

  private List<ExportBooks.Entry> unexported(ExportRequest request, Instant from, Instant until) {
    Set<UUID> exported =
        books.exported(request.feed(), from, until).stream()
            .map(ExportBooks.Entry::orderId)
            .collect(Collectors.toSet());
    try (Stream<OrderView> confirmed = orders.confirmedBetween(from, until)) {
      return confirmed
          .filter(order -> !exported.contains(order.orderId()))
          .limit(request.limit())
          .map(ExportPlanner::entry)
          .toList();
    }
  }

  private static ExportBooks.Entry entry(OrderView order) {
    return new ExportBooks.Entry(
        order.orderId(), Objects.requireNonNull(order.confirmedAt(), "only confirmed orders"));
  }
}
