package io.entrepot.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiveStockTest {
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
  void theSameKeyIsReceivedOnce() {
    String sku = shop.product(0);
    ReceiveStock receipt = receipt(sku, 5, "once");

    assertThat(receive(receipt)).isEqualTo(new ReceiveStockResult(1, 0));
    assertThat(receive(receipt)).isEqualTo(new ReceiveStockResult(0, 1));

    assertThat(shop.level(sku).onHand()).isEqualTo(5);
  }

  @Test
  void aKeyThatNowSaysSomethingElseIsRefused() {
    String sku = shop.product(0);
    receive(receipt(sku, 5, "changed"));

    assertThatThrownBy(() -> receive(receipt(sku, 6, "changed")))
        .hasMessageContaining("changed' was used for another receipt");
    assertThatThrownBy(() -> receive(receipt(sku, 1, "twice"), receipt(sku, 2, "twice")))
        .hasMessageContaining("stands for two receipts");
    assertThat(shop.level(sku).onHand()).isEqualTo(5);
  }

  @Test
  void receiptsOfOneListFollowEachOtherInTheLedger() {
    String sku = shop.product(0);

    receive(receipt(sku, 2, "a"), receipt(sku, 3, "b"), receipt(sku, 2, "a"));

    assertThat(shop.get(InventoryQueries.class).ledger(sku, 10))
        .extracting(entry -> entry.balance().onHand())
        .containsExactly(5, 2);
  }

  @Test
  void anUnknownSkuOrPlaceIsNamedAndNothingIsBooked() {
    String sku = shop.product(0);

    assertThatThrownBy(() -> receive(receipt(sku, 1, "c"), receipt("NONE", 1, "d")))
        .hasMessageContaining("SKU 'NONE' is unknown");
    assertThatThrownBy(() -> receive(new ReceiveStock(sku, "moon", 1, "", "e")))
        .hasMessageContaining("location 'moon' is unknown");
    assertThat(shop.get(InventoryQueries.class).levels(sku)).isEmpty();
  }

  private static ReceiveStock receipt(String sku, int pieces, String key) {
    return new ReceiveStock(sku, StockLocation.MAIN, pieces, "opening", sku + key);
  }

  private static ReceiveStockResult receive(ReceiveStock... receipts) {
    return shop.get(ReceiveStockHandler.class).handle(List.of(receipts));
  }
}
