package io.entrepot.app.demo;

import io.entrepot.app.imports.ImportView;
import io.entrepot.app.imports.Imports;
import io.entrepot.app.imports.OpeningStock;
import io.entrepot.app.imports.Submission;
import io.entrepot.app.reconcile.Check;
import io.entrepot.app.reconcile.Reconciler;
import io.entrepot.app.reconcile.Reconciliation;
import io.entrepot.app.schedule.ScheduleRun;
import io.entrepot.app.schedule.Schedules;
import io.entrepot.core.order.OrderQueries;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Plays a file through a started hub. */
final class Demo {
  private static final Duration STUCK_AFTER = Duration.ofSeconds(60);
  private static final Duration LAST_MAILS_MAX = Duration.ofSeconds(30);
  private static final String EXPORT = "erp-daily-export";
  private static final double NANOS_PER_SECOND = 1e9;

  private final Imports imports;
  private final OrderQueries orders;
  private final Schedules schedules;
  private final Reconciler reconciler;
  private final LiveLine live;

  Demo(ApplicationContext hub, LiveLine live) {
    this.imports = hub.getBean(Imports.class);
    this.orders = hub.getBean(OrderQueries.class);
    this.schedules = hub.getBean(Schedules.class);
    this.reconciler = hub.getBean(Reconciler.class);
    this.live = live;
  }

  /**
   * Imports it, waits until its orders are where orders end, exports and reconciles.
   *
   * @throws IllegalStateException when a step could not be done at all
   */
  DemoResult play(Path file, String mapping) throws Exception {
    long started = System.nanoTime();
    ImportView done = importFile(file, mapping);
    OrderCounts counts = awaitEnds(Objects.requireNonNullElse(done.repeatOf(), done.batchId()));
    export();
    Reconciliation outcome = reconcile();
    live.end();
    return DemoResult.of(done, counts, outcome, (System.nanoTime() - started) / NANOS_PER_SECOND);
  }

  private ImportView importFile(Path file, String mapping) throws Exception {
    ImportView taken;
    try (InputStream content = Files.newInputStream(file)) {
      String name = String.valueOf(file.getFileName());
      taken = imports.submit(new Submission(mapping, name, OpeningStock.FROM_FILE), content);
    }
    ImportView end =
        new Patience(STUCK_AFTER).until(() -> watched(taken.batchId()), ImportView::finished);
    if (!end.status().equals("COMPLETED")) {
      throw new IllegalStateException(
          "the import of %s stands at %s: %s".formatted(file, end.status(), end.error()));
    }
    return end;
  }

  private ImportView watched(UUID batch) {
    ImportView now = imports.find(batch).orElseThrow();
    live.show(
        "importing: %s, %d rows read, %d of %d orders"
            .formatted(now.status(), now.rowsRead(), now.ordersDone(), now.ordersTotal()));
    return now;
  }

  private OrderCounts awaitEnds(UUID batch) throws Exception {
    return new Patience(STUCK_AFTER)
        .until(
            () -> {
              OrderCounts counts = new OrderCounts(orders.countByStatus(batch));
              live.show("orders: " + counts.line());
              return counts;
            },
            counts -> counts.onTheirWay() == 0);
  }

  private void export() throws Exception {
    live.show("exporting for finance …");
    UUID id = schedules.runNow(EXPORT, Map.of());
    ScheduleRun end =
        new Patience(STUCK_AFTER)
            .until(() -> schedules.run(id).orElseThrow(), run -> run.state().isOver());
    if (end.state() != ScheduleRun.State.DONE) {
      throw new IllegalStateException(
          "the export for finance is %s: %s".formatted(end.state(), end.error()));
    }
  }

  /** The last mails may still be on their way under their rate limit. */
  private Reconciliation reconcile() throws Exception {
    live.show("reconciling …");
    Patience patience = new Patience(LAST_MAILS_MAX);
    List<Check> agreed =
        patience.until(
            () -> reconciler.compare().checks(), checks -> checks.stream().allMatch(Check::equal));
    live.show("reconciled: " + agreed.size() + " checks");
    return reconciler.run();
  }
}
