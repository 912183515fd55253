package io.entrepot.app.bench.ordering;

import io.entrepot.app.bench.Comparison;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Workbench;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Other crowds than the race's on one hot SKU. */
final class HotCrowds {
  private static final int ROUNDS = 3;
  private static final int MANY = 2_000;
  private static final int OFFERED_PER_SECOND = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration MEASURED = Duration.ofSeconds(3);

  private final OrderingCore core;
  private final Workbench bench;
  private final PlaceOrderHandler engine;
  private final AtomicLong placed = new AtomicLong();

  HotCrowds(OrderingCore core, Workbench bench) {
    this.core = core;
    this.bench = bench;
    this.engine = core.get(PlaceOrderHandler.class);
  }

  /** Orders that were answered as placed. */
  long placed() {
    return placed.get();
  }

  Figure soldOut(String sku) throws Exception {
    Supplier<PlaceOrder> wishes = Wishes.oneOf(sku);
    Crowd crowd =
        new Crowd(Race.CALLERS, Crowd.platformThreads(), new ServerCpu(core.postgresPid()));
    List<Double> refusals = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Burst burst = crowd.run(WARM_UP, MEASURED, () -> requireRefused(wishes.get()));
      bench.say("sold out: " + burst.text());
      refusals.add(burst.perSecond());
    }
    return Figure.plain(
            "sold out, " + Race.CALLERS + " callers", Comparison.median(refusals), "refusals/s")
        .judgedBy(Goal.atLeast(100_000))
        .get(0);
  }

  List<Figure> offered(String sku) {
    OpenLoop loop = new OpenLoop(engine, Wishes.oneOf(sku));
    List<Double> tails = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      core.checkpoint();
      tails.add(loop.p99(OFFERED_PER_SECOND, MEASURED));
      placed.addAndGet(OFFERED_PER_SECOND * MEASURED.toSeconds());
      bench.say("1 000/s offered: p99 %.1f ms".formatted(tails.get(i)));
    }
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        Figure.plain("1 000 orders/s offered: p99", Comparison.median(tails), "ms")
            .judgedBy(Goal.atMost(25)));
    figures.addAll(
        Figure.plain("1 000 orders/s offered: told to try later", loop.refused(), "orders")
            .judgedBy(Goal.exactly(0)));
    placed.addAndGet(-loop.refused());
    return figures;
  }

  /** Against what the database itself makes over two connections; nothing on an older JVM. */
  List<Figure> many(String sku, Ceiling ceiling, List<Long> ceilingSkus) throws Exception {
    Optional<ThreadFactory> threads = VirtualThreads.factory();
    if (threads.isEmpty()) {
      return List.of();
    }
    Supplier<PlaceOrder> wishes = Wishes.oneOf(sku);
    Crowd crowd = new Crowd(MANY, threads.get(), new ServerCpu(core.postgresPid()));
    Comparison compared =
        Comparison.alternating(
            ROUNDS,
            () -> {
              core.checkpoint();
              Burst burst = crowd.run(WARM_UP, MEASURED, () -> requirePlaced(wishes.get()));
              bench.say("2 000 callers: " + burst.text());
              return burst.perSecond();
            },
            () -> ceilingRound(ceiling, ceilingSkus));
    return Figure.against(
            "2 000 callers on virtual threads, against the ceiling", "orders/s", compared)
        .judgedBy(Goal.ratioAtLeast(0.6).onJdk(25));
  }

  private double ceilingRound(Ceiling ceiling, List<Long> skus) throws Exception {
    core.checkpoint();
    return ceiling.measure(skus, (double) MEASURED.toSeconds());
  }

  private void requirePlaced(PlaceOrder wish) {
    PlaceOrderResult result = engine.handle(wish);
    if (!(result instanceof PlaceOrderResult.Placed)) {
      throw new IllegalStateException("not placed: " + result);
    }
    placed.incrementAndGet();
  }

  private void requireRefused(PlaceOrder wish) {
    PlaceOrderResult result = engine.handle(wish);
    if (!(result instanceof PlaceOrderResult.Refused)) {
      throw new IllegalStateException("of a SKU that is sold out something was sold: " + result);
    }
  }
}
