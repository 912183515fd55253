package io.entrepot.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The check must find what somebody with a database console has done. */
class StockCheckTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void findsAStockThatItsLedgerDoesNotExplain() {
    String sku = shop.product(10);

    shop.sql.update("UPDATE inventory.stock SET on_hand = 12, version = 9");

    assertThat(shop.get(InventoryQueries.class).check())
        .containsExactlyInAnyOrder(
            new StockDifference(
                sku, "main", "on_hand: stock against the sum of the ledger", 10, 12),
            new StockDifference(sku, "main", "version: stock against the sum of the ledger", 1, 9));
  }

  @Test
  void findsABalanceThatDoesNotFollowFromTheOneBefore() {
    String sku = shop.product(10);
    shop.placed(sku, 2);

    shop.sql.execute(
        """
        SET session_replication_role = replica;
        UPDATE inventory.ledger SET reserved = 3 WHERE seq = 2;
        RESET session_replication_role
        """);

    assertThat(shop.get(InventoryQueries.class).check())
        .containsExactly(new StockDifference(sku, "main", "reserved of ledger row 2", 2, 3));
  }

  @Test
  void findsReservedStockThatNobodyHolds() {
    String sku = shop.product(10);
    shop.placed(sku, 2);

    shop.sql.update("UPDATE inventory.reservation SET state = 'RELEASED'");

    assertThat(shop.get(InventoryQueries.class).check())
        .containsExactly(
            new StockDifference(sku, "main", "reserved: stock against the reservations", 0, 2));
  }

  @Test
  void totalsAreThoseOfStockAndLedger() {
    shop.placed(shop.product(10), 2);
    shop.paid(shop.product(5), 3);

    InventoryTotals totals = shop.get(InventoryQueries.class).totals();

    assertThat(totals.stock()).isEqualTo(new InventoryTotals.Sum(15, 2, 3, 0));
    assertThat(totals.ledger()).isEqualTo(totals.stock());
    assertThat(totals.skus()).isEqualTo(2);
    assertThat(totals.ledgerEntries()).isEqualTo(5);
  }
}
