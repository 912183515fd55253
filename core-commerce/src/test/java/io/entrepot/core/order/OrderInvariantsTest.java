package io.entrepot.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import io.entrepot.core.jdbc.Transactions;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses from whoever goes round the handlers. */
class OrderInvariantsTest {
  private static final Shop shop = new Shop();
  private static final UUID ORDER = shop.placed(shop.product(10), 2).orderId();

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total_minor = total_minor + 1",
        "total_minor = 0, lines_minor = 0",
        "status = 'LOST'",
        "status = 'CONFIRMED'",
        "status = 'CONFIRMED', confirmed_at = now(), paid_minor = total_minor - 1",
        "paid_minor = total_minor, confirmed_at = now()",
        "confirmed_at = now()",
        "status = 'CANCELLED', paid_minor = 1, confirmed_at = now()",
        "currency = 'won'",
        "buyer = NULL",
        "version = 0"
      })
  void anOrderCannotContradictItself(String change) {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    "UPDATE orders.orders SET " + change + " WHERE order_id = ?", ORDER))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"amount_minor = amount_minor - 1", "quantity = 0", "unit_price_minor = -1"})
  void aLineIsPriceTimesQuantity(String change) {
    assertThatThrownBy(() -> shop.sql.update("UPDATE orders.line SET " + change))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aReferenceStandsOnceInAChannel() {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    """
                    INSERT INTO orders.orders
                           (order_id, channel, reference, lock_id, status, currency, lines_minor,
                            charges_minor, total_minor, line_count, pieces, buyer, ship_to,
                            placed_at, expires_at, updated_at, version)
                    SELECT gen_random_uuid(), channel, reference, lock_id, status, currency,
                           lines_minor, charges_minor, total_minor, line_count, pieces, buyer,
                           ship_to, placed_at, expires_at, updated_at, version
                      FROM orders.orders
                    """))
        .hasMessageContaining("reference_once");
  }

  @Test
  void theAuditTrailIsNeitherChangedNorDeleted() {
    for (String attempt :
        new String[] {
          "UPDATE orders.history SET actor = 'nobody'",
          "DELETE FROM orders.history",
          "TRUNCATE orders.history"
        }) {
      assertThatThrownBy(() -> shop.sql.execute(attempt)).hasMessageContaining("append-only");
    }
  }

  @Test
  void anOrderDoesNotGoBeforeItsLines() {
    assertThatThrownBy(() -> shop.sql.update("DELETE FROM orders.orders WHERE order_id = ?", ORDER))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("after its lines");
  }

  @Test
  void linesChargesAndHistoryBelongToAnOrder() {
    for (String orphan :
        new String[] {
          "INSERT INTO orders.line VALUES (gen_random_uuid(), 1, 1, 'A', 'A', 1, 1, 1)",
          "INSERT INTO orders.charge VALUES (gen_random_uuid(), 1, 'POST', 1)",
          "INSERT INTO orders.history VALUES (gen_random_uuid(), 1, now(), 'a', 'b', NULL, 'c')"
        }) {
      assertThatThrownBy(() -> shop.sql.update(orphan))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void whoSavesAnOldVersionIsRefused() {
    Transactions transactions = shop.get(Transactions.class);
    OrderStepHandler steps = shop.get(OrderStepHandler.class);
    UUID orderId = shop.placed(shop.product(1), 1).orderId();
    Order old = transactions.call(() -> steps.lock(orderId).orElseThrow());
    transactions.call(() -> steps.startPayment(old, "first"));

    assertThatThrownBy(() -> transactions.call(() -> steps.startPayment(old, "second")))
        .hasMessageContaining("others were quicker");
    assertThat(shop.get(OrderQueries.class).history(orderId)).hasSize(2);
  }
}
