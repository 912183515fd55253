package io.entrepot.core.inventory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses from whoever goes round the handlers. */
class InventoryInvariantsTest {
  private static final Shop shop = new Shop();
  private static final String ENTRY =
      """
      INSERT INTO inventory.ledger
             (sku_id, location_id, seq, at, reason, lock_id, on_hand_delta, reserved_delta,
              allocated_delta, safety_delta, on_hand, reserved, allocated, safety)
      VALUES (%s)
      """;

  private long skuId;

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void tenPiecesFourReserved() {
    String sku = shop.product(10);
    shop.placed(sku, 4);
    skuId =
        shop.sql.queryForObject("SELECT sku_id FROM catalog.sku WHERE code = ?", Long.class, sku);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on_hand = -1",
        "reserved = -1",
        "allocated = -1",
        "safety = -1",
        "reserved = 11",
        "allocated = 7",
        "on_hand = 3"
      })
  void stockCannotBeNegativeOrSoldTwice(String change) {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    "UPDATE inventory.stock SET " + change + " WHERE sku_id = ?", skuId))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // seq 2 is taken: who worked on an older version of the stock loses.
        "%d, 1, 2, now(), 'RESERVED', gen_random_uuid(), 0, 1, 0, 0, 10, 5, 0, 0",
        "%d, 1, 3, now(), 'RESERVED', gen_random_uuid(), 0, -1, 0, 0, 10, 3, 0, 0",
        "%d, 1, 3, now(), 'RESERVED', NULL, 0, 1, 0, 0, 10, 5, 0, 0",
        "%d, 1, 3, now(), 'SHIPPED', gen_random_uuid(), -1, -1, 0, 0, 9, 3, 0, 0",
        "%d, 1, 3, now(), 'ALLOCATED', gen_random_uuid(), 0, -2, 1, 0, 10, 2, 1, 0",
        "%d, 1, 3, now(), 'GIFTED', gen_random_uuid(), -1, 0, 0, 0, 9, 4, 0, 0",
        "%d, 1, 3, now(), 'RECEIVED', NULL, 0, 0, 0, 0, 10, 4, 0, 0",
        "%d, 1, 3, now(), 'RESERVED', gen_random_uuid(), 0, 7, 0, 0, 10, 11, 0, 0",
        "-%d, 1, 1, now(), 'RECEIVED', NULL, 5, 0, 0, 0, 6, 0, 0, 0"
      })
  void theLedgerTakesNoImpossibleMovement(String row) {
    assertThatThrownBy(() -> shop.sql.update(ENTRY.formatted(row.formatted(skuId))))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void theLedgerIsNeitherChangedNorDeleted() {
    for (String attempt :
        new String[] {
          "UPDATE inventory.ledger SET on_hand = on_hand",
          "DELETE FROM inventory.ledger",
          "TRUNCATE inventory.ledger"
        }) {
      assertThatThrownBy(() -> shop.sql.execute(attempt)).hasMessageContaining("append-only");
    }
  }

  @Test
  void aReceiptKeyAndAReservationStandOnce() {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    "INSERT INTO inventory.receipt SELECT * FROM inventory.receipt LIMIT 1"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    "INSERT INTO inventory.reservation SELECT * FROM inventory.reservation LIMIT"
                        + " 1"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    """
                    INSERT INTO inventory.stock VALUES (?, 99, 0, 0, 0, 0, 0)
                    """,
                    skuId))
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
