package io.entrepot.core.order;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.Race;
import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** No lock of the cluster helps here: the database alone must decide. */
class PlaceOrderRaceTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
  }

  @RepeatedTest(5)
  void ofTwoBuyersOfTheLastPieceOneGetsIt() throws Exception {
    String sku = shop.product(1);

    List<PlaceOrderResult> results =
        race(shop.wish(shop.reference(), sku, 1), shop.wish(shop.reference(), sku, 1));

    assertThat(results).hasAtLeastOneElementOfType(Placed.class);
    assertThat(results).hasAtLeastOneElementOfType(Refused.class);
    assertThat(shop.level(sku).reserved()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void oneReferencePlacedByManyAtOnceBecomesOneOrder() throws Exception {
    String sku = shop.product(10);
    PlaceOrder wish = shop.wish(shop.reference(), sku, 1);

    List<PlaceOrderResult> results = race(wish, wish, wish, wish);

    assertThat(results).filteredOn(Placed.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(AlreadyPlaced.class::isInstance).hasSize(3);
    assertThat(shop.level(sku).reserved()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void aRepeatThatFindsTheStockGoneIsStillRecognised() throws Exception {
    String sku = shop.product(1);
    PlaceOrder wish = shop.wish(shop.reference(), sku, 1);

    List<PlaceOrderResult> results = race(wish, wish, wish);

    assertThat(results).doesNotHaveAnyElementsOfTypes(Refused.class);
  }

  @RepeatedTest(5)
  void oneReferenceOverDifferentGoodsReservesOnlyTheWinners() throws Exception {
    String reference = shop.reference();
    String cup = shop.product(5);
    String pot = shop.product(5);

    race(shop.wish(reference, cup, 2), shop.wish(reference, pot, 3));

    int reserved = shop.level(cup).reserved() + shop.level(pot).reserved();
    assertThat(reserved).isIn(2, 3);
  }

  @Test
  void ordersOverTheSameSkusInOppositeOrderDoNotDeadlock() throws Exception {
    String cup = shop.product(100);
    String pot = shop.product(100);
    List<Callable<PlaceOrderResult>> buyers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<OrderLine> lines =
          i % 2 == 0
              ? List.of(new OrderLine(cup, 1, won(1_000)), new OrderLine(pot, 1, won(1_000)))
              : List.of(new OrderLine(pot, 1, won(1_000)), new OrderLine(cup, 1, won(1_000)));
      buyers.add(() -> shop.place(shop.wish(shop.reference(), lines, List.of())));
    }

    assertThat(Race.of(buyers)).hasOnlyElementsOfType(Placed.class);
    assertThat(shop.level(cup).reserved()).isEqualTo(12);
  }

  private static List<PlaceOrderResult> race(PlaceOrder... wishes) throws Exception {
    List<Callable<PlaceOrderResult>> buyers = new ArrayList<>();
    for (PlaceOrder wish : wishes) {
      buyers.add(() -> shop.place(wish));
    }
    return Race.of(buyers);
  }
}
