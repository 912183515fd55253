package io.entrepot.core.order;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandBoundsTest {
  private static final String LONG = "x".repeat(301);

  @Test
  void personalTextsAreBoundedAndNeverRepeatedInTheMessage() {
    assertThatThrownBy(() -> new Buyer(LONG, null, null, "ko", false))
        .hasMessage("the buyer's name has 301 characters; at most 300 are kept");
    assertThatThrownBy(() -> new Address("n", null, null, "KR", null, null, LONG, null))
        .hasMessageNotContaining("xx");
  }

  @Test
  void commandsAndEventsShowNothingPersonal() {
    PlaceOrder wish =
        new PlaceOrder("c", "r", Shop.KRW, List.of(), List.of(), Shop.BUYER, Shop.HOME, null, null);

    assertThat(wish.toString()).doesNotContain("서연").doesNotContain("@").doesNotContain("세종");
    assertThat(EventBuyer.of(Shop.BUYER).toString()).doesNotContain("서연").doesNotContain("@");
  }

  @Test
  void quantitiesPricesReferencesAndReasonsAreChecked() {
    assertThatThrownBy(() -> new OrderLine("A", 0, won(1))).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new OrderLine("A", 1, won(-1))).hasMessageContaining("negative");
    assertThatThrownBy(() -> new Charge("", won(1))).hasMessageContaining("1 to 64");
    assertThatThrownBy(
            () ->
                new PlaceOrder(
                    "c", " ", Shop.KRW, List.of(), List.of(), Shop.BUYER, Shop.HOME, null, null))
        .hasMessageContaining("order reference");
    assertThatThrownBy(() -> new CancelOrder(UUID.randomUUID(), "", "me"))
        .hasMessageContaining("reason");
  }

  @Test
  void termsOutsideReasonAreRefusedAtTheStart() {
    assertThatThrownBy(
            () -> new OrderTerms(ChargeLimits.DEFAULT, Duration.ZERO, 1, OrderTerms.PLACING))
        .hasMessageContaining("PT1M to PT24H");
    assertThatThrownBy(() -> new ChargeLimits.Range(10, 9)).hasMessageContaining("10 … 9");
  }
}
