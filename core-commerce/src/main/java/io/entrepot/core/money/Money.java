package io.entrepot.core.money;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of one currency.
 *
 * @param minor whole minor units: won for KRW, cents for USD; may be negative
 * @param currency its number of decimals gives the minor unit; one with at least none
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
  // 1E+999999999 is no amount, and a gigabyte of zeros as soon as it is written out or compared.
  private static final int DIGITS_MAX = 100;

  public Money {
    Objects.requireNonNull(currency, "currency");
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(
          currency + " has no minor unit; use the currency of a country");
    }
  }

  public static Money of(long minor, String currency) {
    return new Money(minor, currencyOf(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Exact: a fraction of the minor unit is refused, never rounded.
   *
   * @param major in major units, such as 12.50 for USD
   */
  public static Money ofMajor(BigDecimal major, Currency currency) {
    if (Math.abs((long) major.scale()) > DIGITS_MAX || major.precision() > DIGITS_MAX) {
      throw new IllegalArgumentException(
          "an amount has more than " + DIGITS_MAX + " digits; give it in major units");
    }
    try {
      return new Money(
          major.movePointRight(currency.getDefaultFractionDigits()).setScale(0).longValueExact(),
          currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "'%s %s' is not a whole number of minor units within range; give at most %d decimals"
              .formatted(major.toPlainString(), currency, currency.getDefaultFractionDigits()),
          e);
    }
  }

  /** Reads the text form, such as {@code 15000 KRW} or {@code -12.50 USD}. */
  public static Money parse(String text) {
    return MoneyText.read(text);
  }

  /** All of one currency; zero of that currency when there is none. */
  public static Money sum(Collection<Money> amounts, Currency currency) {
    Money sum = zero(currency);
    for (Money amount : amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  /** In major units with the currency's number of decimals. */
  public BigDecimal major() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  /** The text form: major units, a blank, the currency's code. */
  @Override
  public String toString() {
    return major().toPlainString() + " " + currency.getCurrencyCode();
  }

  static Currency currencyOf(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is no currency; use an ISO 4217 code such as KRW".formatted(code), e);
    }
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s are of different currencies; convert one first".formatted(this, other));
    }
    return other;
  }
}
