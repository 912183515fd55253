package io.entrepot.app.console;

import io.entrepot.core.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and how figures and times are written for them. The zone comes from the
 * browser by a cookie; it is Seoul's until the browser has spoken.
 *
 * @param theme light, dark, or null to follow the browser's
 */
record Viewer(
    @Nullable String name,
    Locale locale,
    ZoneId zone,
    @Nullable String theme,
    boolean production,
    Instant now,
    List<LanguageLink> languages) {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT);
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** A link to the same page in another language. */
  record LanguageLink(Language language, String href, boolean current) {}

  /** The time of day, with the day before it unless that is today. */
  public String at(Instant when) {
    var here = when.atZone(zone);
    var time = TIME_OF_DAY.format(here);
    if (here.toLocalDate().equals(now.atZone(zone).toLocalDate())) {
      return time;
    }
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    return day.format(here) + " " + time;
  }

  /** The exact instant, for the hover. */
  public String utc(Instant when) {
    return UTC.format(when.atOffset(ZoneOffset.UTC));
  }

  public String number(long figure) {
    return NumberFormat.getIntegerInstance(locale).format(figure);
  }

  /** With its sign; nothing for no change, so that a column shows what moved. */
  public String change(long figure) {
    return figure == 0 ? "" : (figure > 0 ? "+" : "−") + number(Math.abs(figure));
  }

  /** As people of this language write amounts: ₩15,000. */
  public String money(Money amount) {
    var format = NumberFormat.getCurrencyInstance(locale);
    int decimals = amount.currency().getDefaultFractionDigits();
    format.setCurrency(amount.currency());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount.major());
  }

  /** One or two letters for the round mark beside the name. */
  public String initials() {
    return name == null ? "" : name.substring(0, Math.min(2, name.length())).toUpperCase(locale);
  }
}
