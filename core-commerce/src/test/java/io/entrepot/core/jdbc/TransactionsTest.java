package io.entrepot.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import io.entrepot.core.catalog.Catalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void nobodyWaitsForALockOrAStatementWithoutEnd() {
    Transactions transactions = shop.get(Transactions.class);

    assertThat(transactions.call(() -> setting("lock_timeout"))).isEqualTo("5s");
    assertThat(transactions.call(() -> setting("statement_timeout"))).isEqualTo("10s");
    assertThat(setting("lock_timeout")).isEqualTo("0");
  }

  @Test
  void workThatThrowsOrMarksItsStatusKeepsNothing() {
    Transactions transactions = shop.get(Transactions.class);

    assertThatThrownBy(
            () ->
                transactions.call(
                    () -> {
                      shop.product(0);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    transactions.call(
        status -> {
          status.setRollbackOnly();
          return shop.product(0);
        });

    assertThat(shop.get(Catalog.class).count()).isZero();
  }

  private static String setting(String name) {
    return shop.sql.queryForObject("SELECT current_setting(?)", String.class, name);
  }
}
