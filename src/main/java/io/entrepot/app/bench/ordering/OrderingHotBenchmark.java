package io.entrepot.app.bench.ordering;

import io.entrepot.app.bench.Benchmark;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import java.util.ArrayList;
import java.util.List;

/** Everybody wants the same SKU. */
public final class OrderingHotBenchmark implements Benchmark {
  private static final double CEILING_SECONDS = 3;

  @Override
  public String name() {
    return "ordering-hot";
  }

  @Override
  public String purpose() {
    return "256 callers on one SKU, confirmed durably, against a row lock for each order";
  }

  @Override
  public Result run(Workbench bench) throws Exception {
    try (OrderingCore core = OrderingCore.start(bench)) {
      Goods goods = new Goods(core);
      String hot = goods.add(1).get(0);
      Race race = new Race(core, bench, Wishes.oneOf(hot));
      List<Figure> figures =
          new ArrayList<>(
              race.run(
                  new Goal[] {Goal.ratioAtLeast(35).onJdk(17), Goal.ratioAtLeast(45).onJdk(25)},
                  new Goal[] {Goal.ratioAtLeast(150)}));
      HotCrowds crowds = new HotCrowds(core, bench);
      figures.addAll(crowds.offered(hot));
      figures.add(crowds.soldOut(goods.add(1, 0).get(0)));
      Ceiling ceiling = new Ceiling(core.database());
      List<Long> skus = goods.ids(goods.add(2));
      core.checkpoint();
      double one = ceiling.measure(skus.subList(0, 1), CEILING_SECONDS);
      core.checkpoint();
      double two = ceiling.measure(skus, CEILING_SECONDS);
      figures.add(
          Figure.plain("ceiling: rows made by the server, one connection", one, "orders/s"));
      figures.add(Figure.plain("ceiling: the same over two connections", two, "orders/s"));
      figures.addAll(crowds.many(hot, ceiling, skus));
      new Books(core.database(), core)
          .requireAgreement(race.placed() + crowds.placed() + ceiling.made());
      return new Result(Race.ROUNDS, figures);
    }
  }
}
