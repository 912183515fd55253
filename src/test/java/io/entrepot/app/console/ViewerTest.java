package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ViewerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

  private final Viewer viewer =
      new Viewer("admin", Locale.ENGLISH, ZoneId.of("Asia/Seoul"), null, false, NOW, List.of());

  @Test
  void timeIsTheViewersAndTheHoverIsExactInUtc() {
    var soon = Instant.parse("2026-11-21T15:29:58.125Z");

    assertThat(viewer.at(soon)).isEqualTo("00:29:58");
    assertThat(viewer.utc(soon)).isEqualTo("2026-11-21 15:29:58.125 UTC");
  }

  @Test
  void timeBeforeTheViewersMidnightSaysItsDay() {
    assertThat(viewer.at(Instant.parse("2026-11-21T14:59:59Z"))).isEqualTo("Nov 21, 2026 23:59:59");
  }

  @Test
  void amountsHaveTheDecimalsOfTheirCurrency() {
    assertThat(viewer.money(Money.parse("187400 KRW"))).isEqualTo("₩187,400");
    assertThat(viewer.money(Money.parse("-12.50 USD"))).isEqualTo("-$12.50");
  }

  @Test
  void changeShowsItsSignAndNothingForNone() {
    assertThat(viewer.change(1_200)).isEqualTo("+1,200");
    assertThat(viewer.change(-6)).isEqualTo("−6");
    assertThat(viewer.change(0)).isEmpty();
  }
}
