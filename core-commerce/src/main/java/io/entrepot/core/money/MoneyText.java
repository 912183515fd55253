package io.entrepot.core.money;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of an amount: major units in plain digits, one blank, the currency's code. */
final class MoneyText {
  // 19 digits hold every long; the bound keeps a hostile text from becoming a huge number.
  private static final Pattern FORM = Pattern.compile("(-?\\d{1,19}(?:\\.\\d{1,4})?) ([A-Z]{3})");

  private MoneyText() {}

  static Money read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no amount; write it like '15000 KRW' or '12.50 USD'".formatted(shortened(text)));
    }
    return Money.ofMajor(new BigDecimal(form.group(1)), Money.currencyOf(form.group(2)));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
