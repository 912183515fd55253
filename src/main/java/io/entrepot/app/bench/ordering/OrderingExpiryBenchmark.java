package io.entrepot.app.bench.ordering;

import io.entrepot.app.bench.Benchmark;
import io.entrepot.app.bench.Comparison;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import io.entrepot.core.order.ExpireOrders;
import io.entrepot.core.order.ExpireOrdersHandler;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Unpaid orders run out among many that do not: what it costs must not depend on how many. */
public final class OrderingExpiryBenchmark implements Benchmark {
  private static final int ROUNDS = 5;
  private static final int OVERDUE = 2_000;
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;

  @Override
  public String name() {
    return "ordering-expiry";
  }

  @Override
  public String purpose() {
    return "expiry of 2 000 unpaid orders among 100 000 open ones, against the same among 10 000";
  }

  @Override
  public Result run(Workbench bench) throws Exception {
    try (OrderingCore core = OrderingCore.start(bench)) {
      Goods goods = new Goods(core);
      List<Long> sku = goods.ids(goods.add(1));
      Ceiling maker = new Ceiling(core.database());
      Expiry expiry = new Expiry(core, maker, sku);
      expiry.measure(FEW);
      List<Double> few = new ArrayList<>();
      List<Double> many = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        few.add(expiry.measure(FEW));
      }
      for (int i = 0; i < ROUNDS; i++) {
        many.add(expiry.measure(MANY));
        bench.say("among 100 000: %.0f/s".formatted(many.get(i)));
      }
      new Books(core.database(), core).requireAgreementOfStock();
      double ratio = Comparison.median(many) / Comparison.median(few);
      Figure figure =
          Figure.against(
              "orders expired among 100 000 open, against 10 000",
              "orders/s",
              new Comparison(Comparison.median(many), Comparison.median(few), ratio));
      return new Result(ROUNDS, figure.judgedBy(Goal.ratioAtLeast(0.8)));
    }
  }

  /** Expires some of the orders that are open. */
  private record Expiry(OrderingCore core, Ceiling maker, List<Long> sku) {
    /** Orders a second. */
    double measure(int open) throws Exception {
      JdbcTemplate jdbc = new JdbcTemplate(core.database());
      maker.make(sku.get(0), open - count(jdbc));
      jdbc.update(
          """
          UPDATE orders.orders SET expires_at = now() - interval '1 second'
           WHERE order_id IN (
             SELECT order_id FROM orders.orders WHERE status = 'PENDING' LIMIT ?)
          """,
          OVERDUE);
      ExpireOrdersHandler handler = core.get(ExpireOrdersHandler.class);
      long started = System.nanoTime();
      int expired = handler.handle(new ExpireOrders(2 * OVERDUE));
      double seconds = (System.nanoTime() - started) / 1e9;
      if (expired != OVERDUE) {
        throw new IllegalStateException(
            "expired %d of %d overdue orders".formatted(expired, OVERDUE));
      }
      return expired / seconds;
    }

    private static int count(JdbcTemplate jdbc) {
      Integer count =
          jdbc.queryForObject(
              "SELECT count(*) FROM orders.orders WHERE status = 'PENDING'", Integer.class);
      return count == null ? 0 : count;
    }
  }
}
