package io.entrepot.app.bench.ordering;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.bench.Comparison;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Workbench;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The engine against the textbook at its best pool, in alternating rounds. */
final class Race {
  static final int ROUNDS = 5;
  static final int CALLERS = 256;
  private static final List<Integer> POOLS = List.of(4, 8, 16, 32, 64);
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration MEASURED = Duration.ofSeconds(4);
  private static final Duration TRIAL = Duration.ofSeconds(2);

  private final OrderingCore core;
  private final Workbench bench;
  private final Supplier<PlaceOrder> wishes;
  private final Crowd crowd;
  private final PlaceOrderHandler engine;
  private final List<Burst> engineBursts = new ArrayList<>();
  private final List<Burst> textbookBursts = new ArrayList<>();
  private final AtomicLong placed = new AtomicLong();

  Race(OrderingCore core, Workbench bench, Supplier<PlaceOrder> wishes) {
    this.core = core;
    this.bench = bench;
    this.wishes = wishes;
    this.crowd = new Crowd(CALLERS, Crowd.platformThreads(), new ServerCpu(core.postgresPid()));
    this.engine = core.get(PlaceOrderHandler.class);
  }

  /** Orders that were answered as placed, of both sides. */
  long placed() {
    return placed.get();
  }

  List<Figure> run(Goal[] throughput, Goal[] tail) throws Exception {
    engineRound(TRIAL);
    int best = bestPool();
    double raw = rawAgainstPool(best);
    Comparison compared;
    try (HikariDataSource pool = core.pool(best)) {
      Textbook textbook = new Textbook(pool, core);
      compared =
          Comparison.alternating(
              ROUNDS,
              () -> keep(engineBursts, "engine", engineRound(MEASURED)),
              () -> keep(textbookBursts, "textbook", textbookRound(textbook, MEASURED)));
    }
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        Figure.against("orders confirmed, " + CALLERS + " callers", "orders/s", compared)
            .judgedBy(throughput));
    figures.addAll(tail().judgedBy(tail));
    figures.addAll(details("engine", engineBursts));
    figures.addAll(details("textbook", textbookBursts));
    figures.add(Figure.plain("textbook: its best pool", best, "connections"));
    figures.add(Figure.plain("textbook: its pool against plain connections", raw, "×"));
    return figures;
  }

  private double keep(List<Burst> bursts, String side, Burst burst) {
    bursts.add(burst);
    bench.say("%s: %s".formatted(side, burst.text()));
    return burst.perSecond();
  }

  Burst engineRound(Duration measured) throws Exception {
    core.checkpoint();
    return crowd.run(WARM_UP, measured, this::placeThroughEngine);
  }

  private void placeThroughEngine() {
    PlaceOrderResult result = engine.handle(wishes.get());
    if (!(result instanceof PlaceOrderResult.Placed)) {
      throw new IllegalStateException("not placed: " + result);
    }
    placed.incrementAndGet();
  }

  private Burst textbookRound(Textbook textbook, Duration measured) throws Exception {
    core.checkpoint();
    return crowd.run(
        WARM_UP,
        measured,
        () -> {
          textbook.place(wishes.get());
          placed.incrementAndGet();
        });
  }

  private int bestPool() throws Exception {
    int best = 0;
    double bestPerSecond = 0;
    for (int connections : POOLS) {
      try (HikariDataSource pool = core.pool(connections)) {
        double perSecond = textbookRound(new Textbook(pool, core), TRIAL).perSecond();
        bench.say("textbook with %d connections: %.0f/s".formatted(connections, perSecond));
        if (perSecond > bestPerSecond) {
          bestPerSecond = perSecond;
          best = connections;
        }
      }
    }
    return best;
  }

  /** How much the pool costs: as many callers as connections, with and without it. */
  private double rawAgainstPool(int connections) throws Exception {
    Crowd few = new Crowd(connections, Crowd.platformThreads(), new ServerCpu(core.postgresPid()));
    try (HikariDataSource pool = core.pool(connections)) {
      Textbook textbook = new Textbook(pool, core);
      double pooled =
          few.run(
                  WARM_UP,
                  TRIAL,
                  () -> {
                    textbook.place(wishes.get());
                    placed.incrementAndGet();
                  })
              .perSecond();
      double raw = rawRound(few, textbook, pool);
      return pooled / raw;
    }
  }

  private double rawRound(Crowd few, Textbook textbook, HikariDataSource pool) throws Exception {
    List<Connection> kept = new ArrayList<>();
    ThreadLocal<Connection> own =
        ThreadLocal.withInitial(
            () -> {
              try {
                Connection connection = pool.getConnection().unwrap(Connection.class);
                synchronized (kept) {
                  kept.add(connection);
                }
                return connection;
              } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    try {
      return few.run(
              WARM_UP,
              TRIAL,
              () -> {
                textbook.place(own.get(), wishes.get());
                placed.incrementAndGet();
              })
          .perSecond();
    } finally {
      for (Connection connection : kept) {
        connection.close();
      }
    }
  }

  /** The textbook's p99 over ours, round by round. */
  private Figure tail() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ratios.add(textbookBursts.get(i).millis(0.99) / engineBursts.get(i).millis(0.99));
    }
    return Figure.against(
        "p99 of the textbook over the engine's",
        "ms",
        new Comparison(
            median(textbookBursts, burst -> burst.millis(0.99)),
            median(engineBursts, burst -> burst.millis(0.99)),
            Comparison.median(ratios)));
  }

  private static List<Figure> details(String side, List<Burst> bursts) {
    return List.of(
        Figure.plain(side + ": p50", median(bursts, burst -> burst.millis(0.5)), "ms"),
        Figure.plain(side + ": p99", median(bursts, burst -> burst.millis(0.99)), "ms"),
        Figure.plain(side + ": longest", median(bursts, burst -> burst.millis(1)), "ms"),
        Figure.plain(side + ": CPU of Java an order", median(bursts, Burst::javaMicros), "µs"),
        Figure.plain(
            side + ": CPU of Postgres an order", median(bursts, Burst::postgresMicros), "µs"));
  }

  private static double median(List<Burst> bursts, ToDoubleFunction<Burst> figure) {
    return Comparison.median(bursts.stream().mapToDouble(figure).boxed().toList());
  }
}
