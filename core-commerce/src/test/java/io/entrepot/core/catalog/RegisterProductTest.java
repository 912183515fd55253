package io.entrepot.core.catalog;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class RegisterProductTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void registeringAgainKeepsTheIdAndChangesNameAndPrice() {
    long first = register(new RegisterProduct("CUP", "Cup", won(1_000)));
    long second = register(new RegisterProduct("CUP", "컵", won(900)));

    assertThat(second).isEqualTo(first);
    assertThat(catalog().findByCode("CUP")).contains(new Sku(first, "CUP", "컵", won(900)));
  }

  @Test
  void ofTwoWithOneCodeInAListTheLaterStands() {
    Map<String, Long> ids =
        handler()
            .handle(
                List.of(
                    new RegisterProduct("POT", "old", won(1)),
                    new RegisterProduct("PAN", "Pan", won(2)),
                    new RegisterProduct("POT", "new", won(3))));

    assertThat(ids).containsOnlyKeys("POT", "PAN");
    assertThat(catalog().findByCode("POT").orElseThrow().name()).isEqualTo("new");
  }

  @Test
  void anUnknownCodeHasNoEntry() {
    assertThat(catalog().findByCodes(List.of("NEVER-SEEN"))).isEmpty();
    assertThat(catalog().findByIds(List.of(-1L))).isEmpty();
  }

  @Test
  void namesAndPricesOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> new RegisterProduct("A", "x".repeat(101), won(1)))
        .hasMessageContaining("1 to 100 characters");
    assertThatThrownBy(() -> new RegisterProduct(" ", "x", won(1)))
        .hasMessageContaining("SKU code");
    assertThatThrownBy(() -> new RegisterProduct("A", "x", won(-1)))
        .hasMessageContaining("negative");
  }

  @Test
  void theDatabaseRefusesThemToo() {
    String insert =
        "INSERT INTO catalog.sku (code, name, price_minor, price_currency) VALUES (?, ?, ?, ?)";

    for (Object[] bad :
        List.of(
            new Object[] {"", "n", 1, "KRW"},
            new Object[] {"X1", "n".repeat(101), 1, "KRW"},
            new Object[] {"X2", "n", -1, "KRW"},
            new Object[] {"X3", "n", 1, "krw"})) {
      assertThatThrownBy(() -> shop.sql.update(insert, bad))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private static long register(RegisterProduct product) {
    return handler().handle(product);
  }

  private static RegisterProductHandler handler() {
    return shop.get(RegisterProductHandler.class);
  }

  private static Catalog catalog() {
    return shop.get(Catalog.class);
  }
}
