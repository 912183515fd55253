package io.entrepot.app.bench.imports;

import io.entrepot.app.bench.Benchmark;
import io.entrepot.app.bench.Comparison;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import io.entrepot.app.imports.ImportView;
import io.entrepot.app.imports.Imports;
import io.entrepot.app.imports.OpeningStock;
import io.entrepot.app.imports.Submission;
import io.entrepot.app.launch.RunningNode;
import io.entrepot.app.node.Node;
import io.entrepot.app.node.SettingsReader;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderTotals;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Imports files through a whole hub in this process, routes and sandboxes at work meanwhile, and
 * copies what each import wrote by COPY.
 */
public final class ImportBenchmark implements Benchmark {
  private static final int ROUNDS = 5;
  private static final int ORDERS = 200;
  private static final Duration ROUND_MAX = Duration.ofMinutes(5);
  private static final long ASK_MILLIS = 20;
  private static final double MILLIS_PER_SECOND = 1000;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String purpose() {
    return "CSV to placed orders, rows a second, against COPY of the same rows";
  }

  @Override
  public Result run(Workbench bench) throws Exception {
    bench.say("starting a hub …");
    Map<String, String> settings =
        Map.of(
            "data", bench.directory().resolve("data").toString(),
            "port", "0",
            "sftp.port", "0",
            "sandbox.port", "0");
    try (Node hub = RunningNode.start(SettingsReader.read(System.getenv(), settings))) {
      return new Rounds(bench, hub).run();
    }
  }

  /** One hub's rounds. */
  private static final class Rounds {
    private final Workbench bench;
    private final Imports imports;
    private final OrderQueries orders;
    private final CopiedRows copies;
    private int round;
    private int rows;
    private UUID last = new UUID(0, 0);

    Rounds(Workbench bench, Node hub) throws Exception {
      this.bench = bench;
      this.imports = hub.context().getBean(Imports.class);
      this.orders = hub.context().getBean(OrderQueries.class);
      this.copies = new CopiedRows(hub.context().getBean(DataSource.class), bench.directory());
    }

    Result run() throws Exception {
      importFile();
      copyLast();
      Comparison compared = Comparison.alternating(ROUNDS, this::importFile, this::copyLast);
      return new Result(
          ROUNDS,
          List.of(
              Figure.against("CSV rows to placed orders", "rows/s", compared),
              Figure.plain("rows of one file", rows, "rows")));
    }

    private double importFile() throws Exception {
      Path file = bench.directory().resolve("orders-" + round + ".csv");
      rows = RetailFile.write(file, round, ORDERS);
      ImportView taken;
      long started = System.nanoTime();
      try (InputStream content = Files.newInputStream(file)) {
        taken = imports.submit(submission(file), content);
      }
      await(() -> imports.find(taken.batchId()).orElseThrow().finished());
      double seconds = (System.nanoTime() - started) / 1e9;
      requireWhole(imports.find(taken.batchId()).orElseThrow());
      last = taken.batchId();
      await(this::lastHasSettled);
      bench.say("round %d: %.0f rows/s".formatted(round, rows / seconds));
      round++;
      return rows / seconds;
    }

    private static Submission submission(Path file) {
      String name = String.valueOf(file.getFileName());
      return new Submission(RetailFile.MAPPING, name, OpeningStock.FROM_FILE);
    }

    private double copyLast() throws Exception {
      return rows / copies.copy(last);
    }

    /** So that the work of one round does not slow the next. */
    private boolean lastHasSettled() {
      return orders.totals(last).stream()
          .map(OrderTotals::status)
          .allMatch(status -> status == OrderStatus.DELIVERED || status == OrderStatus.CANCELLED);
    }

    private static void requireWhole(ImportView done) {
      if (!done.status().equals("COMPLETED")
          || done.rowsRejected() > 0
          || done.ordersPlaced() == 0) {
        throw new IllegalStateException("the import did not go through: " + done);
      }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
      long until = System.nanoTime() + ROUND_MAX.toNanos();
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException(
              "a round did not end within %.0f s"
                  .formatted(ROUND_MAX.toMillis() / MILLIS_PER_SECOND));
        }
        TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      }
    }
  }
}
