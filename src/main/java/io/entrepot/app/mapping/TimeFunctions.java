package io.entrepot.app.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time: ISO-8601 in UTC on our side, whatever pattern and zone on the partner's. */
final class TimeFunctions {
  private static final String SEOUL = "Asia/Seoul";

  private TimeFunctions() {}

  /**
   * A partner's time as ours. Without a pattern it is ISO-8601 with an offset; with one it is read
   * strictly in {@code zone} (a date alone is its first moment there). {@code epoch} is {@code
   * seconds} or {@code millis}.
   */
  static Function instant(Spec options) {
    String pattern = options.text("pattern");
    ZoneId zone = zone(options);
    String epoch = options.text("epoch");
    if (epoch != null) {
      return epoch(options, epoch);
    }
    DateTimeFormatter format = pattern == null ? null : formatter(options, pattern);
    return (value, scope) -> {
      String text = Functions.scalar(value).asText();
      try {
        return Functions.text(read(text, format, zone).toString());
      } catch (DateTimeException e) {
        throw new BadValue(
            "'" + text + "' is no time as " + (pattern == null ? "ISO-8601" : pattern));
      }
    };
  }

  private static Instant read(String text, @Nullable DateTimeFormatter format, ZoneId zone)
      throws BadValue {
    if (format == null) {
      return OffsetDateTime.parse(text).toInstant();
    }
    TemporalAccessor parsed =
        format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime withOffset) {
      return withOffset.toInstant();
    }
    return parsed instanceof LocalDateTime dateTime
        ? only(dateTime, zone)
        : LocalDate.from(parsed).atStartOfDay(zone).toInstant();
  }

  /** When clocks are set forward an hour does not exist, when they are set back one is twice. */
  private static Instant only(LocalDateTime local, ZoneId zone) throws BadValue {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      String why = offsets.isEmpty() ? "does not exist" : "is two moments";
      throw new BadValue("'" + local + "' " + why + " in " + zone + ", where clocks were set");
    }
    return local.toInstant(offsets.get(0));
  }

  private static Function epoch(Spec options, String unit) {
    if (!unit.equals("seconds") && !unit.equals("millis")) {
      throw options.error("'epoch: " + unit + "' must be seconds or millis");
    }
    boolean seconds = unit.equals("seconds");
    return (value, scope) -> {
      try {
        long count = Numbers.require(Functions.scalar(value).asText()).longValueExact();
        Instant at = seconds ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
        return Functions.text(at.toString());
      } catch (ArithmeticException | DateTimeException e) {
        throw new BadValue("'" + Run.shown(value) + "' is no count of " + unit);
      }
    };
  }

  /**
   * A calendar day, which has no zone: read by {@code pattern} (ISO-8601 without one), written by
   * {@code to} (ISO-8601 without one).
   */
  static Function date(Spec options) {
    String pattern = options.text("pattern");
    String to = options.text("to");
    DateTimeFormatter read = formatter(options, pattern == null ? "yyyy-MM-dd" : pattern);
    DateTimeFormatter written = formatter(options, to == null ? "yyyy-MM-dd" : to);
    return (value, scope) -> {
      String text = Functions.scalar(value).asText();
      try {
        return Functions.text(written.format(LocalDate.parse(text, read)));
      } catch (DateTimeException e) {
        throw new BadValue(
            "'" + text + "' is no day as " + (pattern == null ? "ISO-8601" : pattern));
      }
    };
  }

  /** Our time written in a partner's pattern and zone. */
  static Function time(Spec options) {
    DateTimeFormatter format =
        formatter(options, options.requireText("pattern")).withZone(zone(options));
    return (value, scope) -> {
      try {
        return Functions.text(format.format(Instant.parse(Functions.scalar(value).asText())));
      } catch (DateTimeException e) {
        throw new BadValue("'" + Run.shown(value) + "' is no time as ISO-8601 in UTC");
      }
    };
  }

  private static ZoneId zone(Spec options) {
    String zone = options.text("zone");
    try {
      return ZoneId.of(zone == null ? SEOUL : zone);
    } catch (DateTimeException e) {
      throw options.error("'zone: " + zone + "' is no time zone; write it as " + SEOUL);
    }
  }

  /** Strict, so that 31/2/2010 is refused; {@code yyyy} then has to be the proleptic year. */
  private static DateTimeFormatter formatter(Spec options, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw options.error("'pattern: " + pattern + "': " + e.getMessage());
    }
  }
}
