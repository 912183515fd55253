package io.entrepot.core.order;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.StockLevel;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
  }

  @Test
  void anOrderReservesItsStockUntilItMustBePaid() {
    String sku = shop.product(5);

    Placed placed = shop.placed(sku, 3);

    assertThat(shop.level(sku)).isEqualTo(new StockLevel(sku, "main", 5, 3, 0, 0));
    OrderView order = shop.get(OrderQueries.class).find(placed.orderId()).orElseThrow();
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(order.total()).isEqualTo(won(30_000));
    assertThat(order.expiresAt()).isEqualTo(order.placedAt().plus(Duration.ofMinutes(30)));
    assertThat(order.buyer()).isEqualTo(Shop.BUYER);
    assertThat(order.shipTo()).isEqualTo(Shop.HOME);
  }

  @Test
  void linesAndChargesAddUpToTheTotalAndADiscountLowersIt() {
    String cup = shop.product(9);
    String pot = shop.product(9);

    Placed placed =
        (Placed)
            shop.place(
                shop.wish(
                    shop.reference(),
                    List.of(
                        new OrderLine(cup, 2, won(10_000)),
                        new OrderLine(pot, 1, won(5_000)),
                        new OrderLine(cup, 1, won(9_000))),
                    List.of(new Charge("POST", won(3_000)), new Charge("D", won(-1_000)))));

    OrderView order = shop.get(OrderQueries.class).find(placed.orderId()).orElseThrow();
    assertThat(order.total()).isEqualTo(won(36_000));
    assertThat(order.lines()).extracting(PlacedLine::lineNo).containsExactly(1, 2, 3);
    assertThat(order.charges())
        .containsExactly(new Charge("POST", won(3_000)), new Charge("D", won(-1_000)));
    assertThat(shop.level(cup).reserved()).isEqualTo(3);
  }

  @Test
  void theEventTellsWhatWasOrderedAndNothingPersonal() {
    String sku = shop.product(5);

    Placed placed = shop.placed(sku, 2);

    OrderPlaced event = (OrderPlaced) shop.outbox.of(placed.orderId()).get(0);
    assertThat(event.lines()).containsExactly(new EventLine(1, sku, 2, won(10_000), won(20_000)));
    assertThat(event.lockId()).isEqualTo(placed.lockId());
    assertThat(event.entityKey()).isEqualTo("order:" + placed.orderId());
    assertThat(event.correlationId()).isEqualTo(placed.correlationId());
    assertThat(event.toString()).doesNotContain("서연");
  }

  @Test
  void theSameReferenceIsPlacedOnceAndSaysSo() {
    String sku = shop.product(5);
    PlaceOrder wish = shop.wish(shop.reference(), sku, 1);
    Placed first = (Placed) shop.place(wish);
    long events = shop.outbox.count();

    PlaceOrderResult second = shop.place(wish);

    assertThat(second).isEqualTo(new AlreadyPlaced(first.orderId()));
    assertThat(shop.level(sku).reserved()).isEqualTo(1);
    assertThat(shop.outbox.count()).isEqualTo(events);
  }

  @Test
  void ifOneLineIsShortNothingIsReservedAndTheShortageIsNamed() {
    String plenty = shop.product(10);
    String scarce = shop.product(1);
    String reference = shop.reference();

    PlaceOrderResult result =
        shop.place(
            shop.wish(
                reference,
                List.of(new OrderLine(plenty, 2, won(1_000)), new OrderLine(scarce, 2, won(1_000))),
                List.of()));

    assertThat(result)
        .isEqualTo(new Refused(PlaceOrderRefusal.OUT_OF_STOCK, scarce + " wanted 2, available 1"));
    assertThat(shop.level(plenty).reserved()).isZero();
    assertThat(shop.get(OrderQueries.class).findByReference("test-channel", reference)).isEmpty();
  }

  @Test
  void twoLinesOfOneSkuTogetherMustNotExceedItsStock() {
    String sku = shop.product(3);

    PlaceOrderResult result =
        shop.place(
            shop.wish(
                shop.reference(),
                List.of(new OrderLine(sku, 2, won(1_000)), new OrderLine(sku, 2, won(900))),
                List.of()));

    assertThat(result).isInstanceOf(Refused.class);
    assertThat(((Refused) result).detail()).isEqualTo(sku + " wanted 4, available 3");
  }

  @Test
  void aProductThatWasNeverReceivedIsOutOfStock() {
    String sku = shop.product(0);

    assertThat(refusal(shop.wish(shop.reference(), sku, 1)))
        .isEqualTo(PlaceOrderRefusal.OUT_OF_STOCK);
  }

  @Test
  void anUnknownSkuIsNamed() {
    PlaceOrderResult result = shop.place(shop.wish(shop.reference(), "NO-SUCH", 1));

    assertThat(result)
        .isEqualTo(new Refused(PlaceOrderRefusal.UNKNOWN_SKU, "no such SKU: NO-SUCH"));
  }

  @Test
  void amountsOutsideTheLimitsOfOneChargeAreRefused() {
    String sku = shop.product(10_000);

    assertThat(refusal(amounting(sku, 99))).isEqualTo(PlaceOrderRefusal.AMOUNT_OUT_OF_RANGE);
    assertThat(shop.place(amounting(sku, 100))).isInstanceOf(Placed.class);
    assertThat(shop.place(amounting(sku, 50_000_000))).isInstanceOf(Placed.class);
    assertThat(refusal(amounting(sku, 50_000_001)))
        .isEqualTo(PlaceOrderRefusal.AMOUNT_OUT_OF_RANGE);
  }

  @Test
  void aTotalThatCannotBeCountedIsRefusedInsteadOfWrapping() {
    String sku = shop.product(5);

    assertThat(refusal(amounting(sku, Long.MAX_VALUE, 2)))
        .isEqualTo(PlaceOrderRefusal.AMOUNT_OUT_OF_RANGE);
  }

  @Test
  void aDiscountThatEatsTheWholeOrderIsRefused() {
    String sku = shop.product(5);

    assertThat(
            refusal(
                shop.wish(
                    shop.reference(),
                    List.of(new OrderLine(sku, 1, won(1_000))),
                    List.of(new Charge("D", won(-1_000))))))
        .isEqualTo(PlaceOrderRefusal.AMOUNT_OUT_OF_RANGE);
  }

  @Test
  void anOrderWithoutGoodsAndOneWithTwoCurrenciesAreRefused() {
    String sku = shop.product(5);

    assertThat(refusal(shop.wish(shop.reference(), List.of(), List.of())))
        .isEqualTo(PlaceOrderRefusal.NO_LINES);
    assertThat(
            refusal(
                shop.wish(
                    shop.reference(),
                    List.of(new OrderLine(sku, 1, Money.of(100, "USD"))),
                    List.of())))
        .isEqualTo(PlaceOrderRefusal.CURRENCY_MISMATCH);
  }

  @Test
  void placingInsideATransactionIsRefusedForItsAnswerCouldBeRolledBack() {
    PlaceOrder wish = shop.wish(shop.reference(), shop.product(1), 1);

    assertThatThrownBy(() -> shop.get(Transactions.class).call(() -> shop.place(wish)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must not run inside a transaction");
  }

  @Test
  void nothingPersonalStandsReadableInTheDatabase() {
    Placed placed = shop.placed(shop.product(1), 1);

    String row =
        shop.sql.queryForObject(
            """
            SELECT o::text || convert_from(buyer, 'LATIN1') || convert_from(ship_to, 'LATIN1')
              FROM orders.orders o WHERE order_id = ?
            """,
            String.class,
            placed.orderId());
    assertThat(row).doesNotContain("seoyeon").doesNotContain("010-").doesNotContain("04524");
  }

  private static PlaceOrder amounting(String sku, long price) {
    return amounting(sku, price, 1);
  }

  private static PlaceOrder amounting(String sku, long price, int pieces) {
    return shop.wish(shop.reference(), List.of(new OrderLine(sku, pieces, won(price))), List.of());
  }

  private static PlaceOrderRefusal refusal(PlaceOrder wish) {
    return ((Refused) shop.place(wish)).code();
  }
}
