package io.entrepot.app.bench.ordering;

import io.entrepot.app.bench.Benchmark;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A shop on a good day: 10 000 SKUs of very unequal fame, one to three lines an order. */
public final class OrderingMixedBenchmark implements Benchmark {
  private static final int SKUS = 10_000;
  private static final int LINES_MAX = 3;

  @Override
  public String name() {
    return "ordering-mixed";
  }

  @Override
  public String purpose() {
    return "256 callers over 10 000 SKUs (zipf 0.99), 1-3 lines, against a row lock for each order";
  }

  @Override
  public Result run(Workbench bench) throws Exception {
    try (OrderingCore core = OrderingCore.start(bench)) {
      Zipf zipf = new Zipf(new Goods(core).add(SKUS));
      Race race =
          new Race(
              core,
              bench,
              () -> {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                List<String> picked = zipf.pick(1 + random.nextInt(LINES_MAX), random);
                return Wishes.wish(picked.stream().map(Wishes::line).toList());
              });
      List<Figure> figures =
          race.run(
              new Goal[] {Goal.ratioAtLeast(15).onJdk(17), Goal.ratioAtLeast(20).onJdk(25)},
              new Goal[] {Goal.ratioAtLeast(50)});
      new Books(core.database(), core).requireAgreement(race.placed());
      return new Result(Race.ROUNDS, figures);
    }
  }
}
