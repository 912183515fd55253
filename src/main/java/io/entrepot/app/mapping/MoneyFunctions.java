package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money as we write it, {@code 15000 KRW}: major units with the currency's own decimals. */
final class MoneyFunctions {

  private MoneyFunctions() {}

  /**
   * A partner's number as money. {@code currency} is a code or a path; {@code to} converts at a
   * rate declared in the file, rounded half up to the target's smallest unit. Without {@code to} an
   * amount finer than the currency's smallest unit is refused: a fraction must not vanish. {@code
   * times} is the path of a number to multiply with first, as of a fee charged by the piece.
   */
  static Function money(Spec options, Place place, Compiling compiling) {
    String currency = options.requireText("currency");
    SourcePath path = SourcePath.looksLikeOne(currency) ? options.path("currency") : null;
    if (path != null) {
      compiling.uses(path, place, options);
    }
    Currency fixed = path == null ? currency(options, currency) : null;
    String to = options.text("to");
    Currency target = to == null ? null : currency(options, to);
    SourcePath times = options.path("times");
    if (times != null) {
      compiling.uses(times, place, options);
    }
    if (fixed != null && target != null) {
      knownRate(options, compiling, fixed, target);
    }
    return (value, scope) -> {
      BigDecimal amount =
          number(value).multiply(times == null ? BigDecimal.ONE : factor(times, scope));
      Currency from = fixed == null ? read(path, scope) : fixed;
      return target == null ? exact(amount, from) : converted(amount, from, target, compiling);
    };
  }

  private static BigDecimal number(JsonNode value) throws BadValue {
    return Numbers.require(Functions.scalar(value).asText());
  }

  private static BigDecimal factor(SourcePath times, Scope scope) throws BadValue {
    JsonNode value = times.read(scope);
    if (value == null) {
      throw new BadValue("cannot be multiplied: " + times.in(scope) + " is missing");
    }
    return number(value);
  }

  private static Currency currency(Spec options, String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw options.error("'" + code + "' is no ISO 4217 currency");
    }
  }

  private static void knownRate(Spec options, Compiling compiling, Currency from, Currency to) {
    if (!from.equals(to) && !compiling.rates().containsKey(from + "/" + to)) {
      throw options.error("no rate " + from + "/" + to + " in 'rates:'");
    }
  }

  private static Currency read(@Nullable SourcePath path, Scope scope) throws BadValue {
    JsonNode code = path == null ? null : path.read(scope);
    try {
      return Currency.getInstance(code == null ? "" : code.asText());
    } catch (IllegalArgumentException e) {
      throw new BadValue("has no currency: '" + Run.shown(code) + "' is no ISO 4217 code");
    }
  }

  private static JsonNode exact(BigDecimal amount, Currency currency) throws BadValue {
    int decimals = currency.getDefaultFractionDigits();
    if (amount.stripTrailingZeros().scale() > decimals) {
      throw new BadValue(amount.toPlainString() + " is finer than " + currency + " can be");
    }
    return written(amount.setScale(decimals, RoundingMode.UNNECESSARY), currency);
  }

  private static JsonNode converted(
      BigDecimal amount, Currency from, Currency to, Compiling compiling) throws BadValue {
    if (from.equals(to)) {
      return exact(amount, from);
    }
    BigDecimal rate = compiling.rates().get(from + "/" + to);
    if (rate == null) {
      throw new BadValue("no rate " + from + "/" + to + " is declared");
    }
    int decimals = to.getDefaultFractionDigits();
    return written(amount.multiply(rate).setScale(decimals, RoundingMode.HALF_UP), to);
  }

  private static JsonNode written(BigDecimal amount, Currency currency) {
    return Functions.text(amount.toPlainString() + " " + currency.getCurrencyCode());
  }

  /** Our money as a number of major units: {@code "12.50 USD"} is 12.50, {@code "900 KRW"} 900. */
  static JsonNode amount(JsonNode money, Scope scope) throws BadValue {
    BigDecimal number = Numbers.require(part(money, 0));
    return number.scale() <= 0 ? LongNode.valueOf(number.longValue()) : DecimalNode.valueOf(number);
  }

  static JsonNode currency(JsonNode money, Scope scope) throws BadValue {
    return Functions.text(part(money, 1));
  }

  private static String part(JsonNode money, int index) throws BadValue {
    String[] parts = Functions.scalar(money).asText().split(" ", -1);
    if (parts.length != 2) {
      throw new BadValue("'" + Run.shown(money) + "' is no money; it reads as 15000 KRW");
    }
    return parts[index];
  }
}
