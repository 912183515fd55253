package io.entrepot.app.prove.stock;

import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import io.entrepot.app.bench.ordering.Goods;
import io.entrepot.app.bench.ordering.OrderingCore;
import io.entrepot.app.prove.Proof;
import io.entrepot.core.inventory.InventoryQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Buyers, payments, cancellations and parcels at random and at once over few SKUs; then every
 * balance is derived anew from the ledger. At last one piece is moved behind the ledger's back, to
 * show that the check would have seen it.
 */
public final class StockProof implements Proof {
  private static final int BUYERS = 16;
  private static final int STEPS = 250;
  private static final int SKUS = 12;
  private static final int PIECES = 300;

  @Override
  public String name() {
    return "stock";
  }

  @Override
  public String purpose() {
    return "16 buyers order, pay, cancel and get parcels at random; the ledger explains each piece";
  }

  @Override
  public Result run(long seed, Workbench bench) throws Exception {
    try (OrderingCore core = OrderingCore.start(bench, new EveryOtherPays())) {
      List<String> skus = new Goods(core).add(SKUS, PIECES);
      Tally tally = live(core, skus, seed);
      bench.say("lived: " + tally);
      JdbcTemplate jdbc = new JdbcTemplate(core.database());
      InventoryQueries inventory = core.get(InventoryQueries.class);
      List<Figure> figures = new ArrayList<>();
      figures.add(Figure.plain("orders placed", (double) tally.placed(), "orders"));
      figures.add(Figure.plain("refused: sold out", (double) tally.refused(), "orders"));
      figures.add(Figure.plain("cancelled", (double) tally.cancelled(), "orders"));
      figures.add(Figure.plain("shipped", (double) tally.shipped(), "orders"));
      figures.add(none("balances unlike their derivation", inventory.check().size()));
      figures.add(
          none(
              "pieces held by nobody's order: shipped and live orders against stock",
              Math.abs(tally.piecesHeld() - held(jdbc))));
      figures.add(
          none(
              "pieces gone without a parcel",
              Math.abs((long) SKUS * PIECES - onHand(jdbc) - tally.piecesShipped())));
      jdbc.update("UPDATE inventory.stock SET reserved = reserved - 1 WHERE reserved > 0");
      figures.addAll(
          Figure.plain(
                  "a piece moved behind the ledger's back is seen",
                  inventory.check().isEmpty() ? 0 : 1,
                  "times")
              .judgedBy(Goal.exactly(1)));
      return new Result(1, figures);
    }
  }

  private static Tally live(OrderingCore core, List<String> skus, long seed) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(BUYERS);
    try {
      List<Callable<Tally>> lives = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        Random random = new Random(seed + i);
        lives.add(() -> new ShopLife(core, skus, random).live(STEPS));
      }
      Tally sum = Tally.NOTHING;
      for (Future<Tally> life : pool.invokeAll(lives)) {
        sum = sum.plus(life.get());
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Figure none(String what, long count) {
    return Figure.plain(what, (double) count, "").judgedBy(Goal.exactly(0)).get(0);
  }

  private static long held(JdbcTemplate jdbc) {
    return sum(jdbc, "SELECT sum(reserved + allocated) FROM inventory.stock");
  }

  private static long onHand(JdbcTemplate jdbc) {
    return sum(jdbc, "SELECT sum(on_hand) FROM inventory.stock");
  }

  private static long sum(JdbcTemplate jdbc, String sql) {
    Long sum = jdbc.queryForObject(sql, Long.class);
    return sum == null ? 0 : sum;
  }
}
