package io.entrepot.app.bench.ordering;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.RegisterProductHandler;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockHandler;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.money.Money;
import java.util.List;
import java.util.stream.Stream;

/** Products with more pieces than a benchmark sells. */
public final class Goods {
  private static final int PIECES = 1_000_000_000;

  private final OrderingCore core;
  private int number;

  public Goods(OrderingCore core) {
    this.core = core;
  }

  /** Their codes. */
  List<String> add(int count) {
    return add(count, PIECES);
  }

  /** Products with so many pieces each; their codes. */
  public List<String> add(int count, int pieces) {
    List<String> codes =
        Stream.generate(() -> "SKU-%05d".formatted(++number)).limit(count).toList();
    core.get(RegisterProductHandler.class)
        .handle(
            codes.stream()
                .map(code -> new RegisterProduct(code, "Product " + code, Money.of(10_000, "KRW")))
                .toList());
    if (pieces == 0) {
      return codes;
    }
    core.get(ReceiveStockHandler.class)
        .handle(
            codes.stream()
                .map(code -> new ReceiveStock(code, StockLocation.MAIN, pieces, "opening", code))
                .toList());
    return codes;
  }

  List<Long> ids(List<String> codes) {
    Catalog catalog = core.get(Catalog.class);
    return codes.stream().map(code -> catalog.findByCode(code).orElseThrow().skuId()).toList();
  }
}
