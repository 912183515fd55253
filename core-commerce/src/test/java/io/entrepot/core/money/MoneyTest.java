package io.entrepot.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void textHasTheDecimalsOfItsCurrency() {
    assertThat(Money.of(15_000, "KRW")).hasToString("15000 KRW");
    assertThat(Money.of(1_250, "USD")).hasToString("12.50 USD");
    assertThat(Money.of(-5, "USD")).hasToString("-0.05 USD");
    assertThat(Money.of(1_234, "KWD")).hasToString("1.234 KWD");
  }

  @Test
  void fewerDecimalsThanTheCurrencyHasAreRead() {
    assertThat(Money.parse("12.5 USD")).isEqualTo(Money.of(1_250, "USD"));
    assertThat(Money.parse("12 USD")).isEqualTo(Money.of(1_200, "USD"));
    assertThat(Money.parse("15000.00 KRW")).isEqualTo(Money.of(15_000, "KRW"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "KRW", "15000", "15000KRW", "15,000 KRW", "1e9 KRW", "0.5 KRW", "1.234 USD",
        "+1 USD", "12. USD", " 1 USD", "1  USD", "1 usd", "1 XTS", "1 QQQ", "NaN USD",
        "9999999999999999999 USD", "١٢ KRW"
      })
  void whatIsNoAmountIsRefused(String text) {
    assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fractionsOfTheMinorUnitAreNeverRounded() {
    assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("0.001"), USD))
        .hasMessageContaining("at most 2 decimals");
  }

  @Test
  void twoCurrenciesDoNotAddUp() {
    assertThatThrownBy(() -> Money.of(1, "KRW").plus(Money.of(1, "USD")))
        .hasMessage("1 KRW and 0.01 USD are of different currencies; convert one first");
  }

  @Test
  void whatCannotBeCountedIsAnErrorInsteadOfAWrongAmount() {
    Money most = new Money(Long.MAX_VALUE, USD);
    assertThatThrownBy(() -> most.plus(Money.of(1, "USD"))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
  }

  @Property
  void textReadsBackAsTheSameAmount(@ForAll long minor) {
    Money money = new Money(minor, USD);

    assertThat(Money.parse(money.toString())).isEqualTo(money);
  }

  @Property
  void timesIsRepeatedPlus(@ForAll int minor, @ForAll @IntRange(min = 0, max = 50) int times) {
    Money sum = Money.zero(USD);
    for (int i = 0; i < times; i++) {
      sum = sum.plus(new Money(minor, USD));
    }

    assertThat(new Money(minor, USD).times(times)).isEqualTo(sum);
  }

  @Property
  void anyTextIsReadOrRefusedButNeverBreaks(@ForAll @StringLength(max = 60) String text) {
    try {
      assertThat(Money.parse(text)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Test
  void anAmountThatFillsTheMemoryIsRefused() {
    for (String major : new String[] {"1e999999999", "-1e-999999999", "0e999999999"}) {
      assertThatThrownBy(() -> Money.ofMajor(new BigDecimal(major), USD))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("more than 100 digits");
    }
  }
}
