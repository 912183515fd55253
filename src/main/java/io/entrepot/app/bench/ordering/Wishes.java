package io.entrepot.app.bench.ordering;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.PlaceOrder;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Orders as buyers send them, each with a reference of its own. */
public final class Wishes {
  public static final Currency KRW = Currency.getInstance("KRW");
  static final Buyer BUYER = new Buyer("김서연", "seoyeon@buyer.test", "010-0000-0000", "ko", false);
  static final Address HOME =
      new Address("김서연", "010-0000-0000", "04524", "KR", null, "서울", "세종대로 110", "4층");

  private static final Money PRICE = new Money(10_000, KRW);
  private static final AtomicLong NUMBER = new AtomicLong();

  private Wishes() {}

  /** One piece of that SKU, again and again. */
  static Supplier<PlaceOrder> oneOf(String sku) {
    return () -> wish(List.of(line(sku)));
  }

  static OrderLine line(String sku) {
    return new OrderLine(sku, 1, PRICE);
  }

  /** With a reference that no other has. */
  public static PlaceOrder wish(List<OrderLine> lines) {
    String reference = "R" + NUMBER.incrementAndGet();
    return new PlaceOrder("bench", reference, KRW, lines, List.of(), BUYER, HOME, null, null);
  }
}
