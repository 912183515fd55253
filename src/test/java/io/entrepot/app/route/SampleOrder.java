package io.entrepot.app.route;

import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.RegisterProductHandler;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockHandler;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** One piece for a buyer in Seoul. */
final class SampleOrder {
  static final Money PRICE = Money.of(39_000, "KRW");
  private static final String SKU = "KNIT-01-M";

  private SampleOrder() {}

  /** The hub's beans, by type. */
  interface Beans {
    <T> T get(Class<T> type);
  }

  /** A reference of its own; the stock is there. */
  static UUID place(Beans beans) {
    beans.get(RegisterProductHandler.class).handle(new RegisterProduct(SKU, "Knit", PRICE));
    beans
        .get(ReceiveStockHandler.class)
        .handle(new ReceiveStock(SKU, StockLocation.MAIN, 1000, "opening", "opening-" + SKU));
    return ((PlaceOrderResult.Placed) beans.get(PlaceOrderHandler.class).handle(order())).orderId();
  }

  private static PlaceOrder order() {
    return new PlaceOrder(
        "sample",
        "S-" + UUID.randomUUID(),
        Currency.getInstance("KRW"),
        List.of(new OrderLine(SKU, 1, PRICE)),
        List.of(),
        new Buyer("김서연", "seoyeon@example.test", "+821012345678", "ko", false),
        new Address("김서연", "+821012345678", "04524", "KR", "서울특별시", "중구", "세종대로 110", null),
        null,
        null);
  }
}
