package io.entrepot.app.notice;

import io.entrepot.core.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** For templates: amounts and times as the reader writes them. */
public final class NoticeFormat {
  /** The business zone: orders are dated as the shop dates them. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private final Locale locale;

  NoticeFormat(Locale locale) {
    this.locale = locale;
  }

  /** From the text form: "15000 KRW" is ₩15,000 in Korea. */
  public String money(String text) {
    Money money = Money.parse(text);
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
    format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
    return format.format(money.major());
  }

  public String date(String instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(Instant.parse(instant).atZone(ZONE));
  }
}
