package io.entrepot.core.order;

import io.entrepot.core.money.Money;
import java.util.Map;
import java.util.Optional;

/**
 * What one charge may amount to, by currency; a currency without limits only asks for more than
 * zero.
 *
 * @param byCurrency key: ISO 4217 code
 */
public record ChargeLimits(Map<String, Range> byCurrency) {

  /** Both ends included, in minor units. */
  public record Range(long leastMinor, long mostMinor) {
    public Range {
      if (leastMinor < 1 || mostMinor < leastMinor) {
        throw new IllegalArgumentException(
            "charge limits %d … %d: the least must be 1 or more and not above the most"
                .formatted(leastMinor, mostMinor));
      }
    }
  }

  /** KRW as card networks take it, JPY as the payment requirements name it. */
  public static final ChargeLimits DEFAULT =
      new ChargeLimits(Map.of("KRW", new Range(100, 50_000_000), "JPY", new Range(100, 1_000_000)));

  public ChargeLimits {
    byCurrency = Map.copyOf(byCurrency);
  }

  /** Empty when the amount may be charged, else what is wrong with it. */
  Optional<String> objection(Money amount) {
    if (!amount.isPositive()) {
      return Optional.of("the total is %s; it must be more than zero".formatted(amount));
    }
    Range range = byCurrency.get(amount.currency().getCurrencyCode());
    if (range == null
        || (amount.minor() >= range.leastMinor && amount.minor() <= range.mostMinor)) {
      return Optional.empty();
    }
    return Optional.of(
        "the total is %s; one charge may be %s to %s"
            .formatted(
                amount,
                new Money(range.leastMinor, amount.currency()),
                new Money(range.mostMinor, amount.currency())));
  }
}
