package io.entrepot.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.entrepot.app.imports.ImportView;
import io.entrepot.app.reconcile.Check;
import io.entrepot.app.reconcile.Found;
import io.entrepot.app.reconcile.Reconciliation;
import io.entrepot.app.text.TextTable;
import io.entrepot.core.order.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a demo tells at its end; also its JSON form. The counts of orders are those of the file,
 * mails and CSV those of the whole hub.
 *
 * @param repeatOf the import that took this very file before, when nothing was imported now
 * @param orders that were placed
 * @param onTheirWay orders that had not come to an end when the demo stopped waiting
 */
@JsonPropertyOrder(alphabetic = false)
public record DemoResult(
    String file,
    String mapping,
    @JsonProperty("batch_id") UUID batchId,
    @JsonProperty("repeat_of") @Nullable UUID repeatOf,
    @JsonProperty("rows_read") long rowsRead,
    @JsonProperty("rows_rejected") long rowsRejected,
    long orders,
    @JsonProperty("orders_refused") long ordersRefused,
    @JsonProperty("already_imported") long alreadyImported,
    Map<String, Integer> refusals,
    long paid,
    long shipped,
    long delivered,
    long cancelled,
    @JsonProperty("on_their_way") long onTheirWay,
    Found found,
    List<Check> reconciliation,
    boolean reconciled,
    double seconds) {

  static DemoResult of(
      ImportView done, OrderCounts counts, Reconciliation outcome, double seconds) {
    return new DemoResult(
        done.file(),
        done.mapping(),
        done.batchId(),
        done.repeatOf(),
        done.rowsRead(),
        done.rowsRejected(),
        done.ordersPlaced(),
        done.ordersRefused(),
        done.alreadyImported(),
        new TreeMap<>(done.refusals()),
        counts.paid(),
        counts.shipped(),
        counts.delivered(),
        counts.in(OrderStatus.CANCELLED),
        counts.onTheirWay(),
        outcome.found(),
        outcome.checks(),
        outcome.equal(),
        seconds);
  }

  /** All orders at their end and all sides agreed. */
  boolean good() {
    return reconciled && onTheirWay == 0;
  }

  String text() {
    TextTable table = new TextTable("what", "count");
    table.row("rows read", rowsRead).row("rows in the error file", rowsRejected);
    table.row("orders placed", orders).row("orders refused", ordersRefused);
    refusals.forEach((reason, count) -> table.row("  " + reason, count));
    table.row("orders imported before", alreadyImported);
    table.row("orders paid", paid).row("orders shipped", shipped);
    table.row("orders delivered", delivered).row("orders cancelled", cancelled);
    table.row("orders still on their way", onTheirWay);
    table.row("mails received", found.mails());
    table.row("rows in finance's CSV", found.csvRows());
    table.row("total of finance's CSV", found.csvTotal());
    String repeat =
        repeatOf == null
            ? ""
            : "%s was imported before, as %s: nothing was imported now.%n"
                .formatted(file, repeatOf);
    return "%s%s%n%n%s%n%n%s".formatted(repeat, table.render(), checks().render(), verdict());
  }

  private TextTable checks() {
    TextTable table = new TextTable("check", "ours", "theirs", "equal");
    reconciliation.forEach(
        check ->
            table.row(check.name(), check.ours(), check.theirs(), check.equal() ? "yes" : "NO"));
    return table;
  }

  private String verdict() {
    String sides = reconciled ? "All sides agree" : "NOT ALL SIDES AGREE (NO above)";
    return "%s, after %.0f s.".formatted(Objects.requireNonNull(sides), seconds);
  }
}
