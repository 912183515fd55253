package io.entrepot.connectors.http.auth;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How a partner writes moments: epoch-seconds, epoch-millis, iso, or a pattern in a zone. */
final class TimeForm {
  private static final int TEXT_LENGTH_MAX = 40;

  private enum Kind {
    SECONDS,
    MILLIS,
    ISO,
    PATTERN
  }

  private final Kind kind;
  private final DateTimeFormatter pattern;

  private TimeForm(Kind kind, DateTimeFormatter pattern) {
    this.kind = kind;
    this.pattern = pattern;
  }

  static TimeForm of(Declared declared) {
    String form = declared.text("time-form").orElse("epoch-seconds");
    String zone = declared.text("time-zone").orElse("UTC");
    try {
      return switch (form) {
        case "epoch-seconds" -> new TimeForm(Kind.SECONDS, DateTimeFormatter.ISO_INSTANT);
        case "epoch-millis" -> new TimeForm(Kind.MILLIS, DateTimeFormatter.ISO_INSTANT);
        case "iso" -> new TimeForm(Kind.ISO, DateTimeFormatter.ISO_INSTANT);
        default ->
            new TimeForm(
                Kind.PATTERN,
                DateTimeFormatter.ofPattern(form, Locale.ROOT).withZone(ZoneId.of(zone)));
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new AuthDeclarationException(
          declared.at("time-form"),
          "is epoch-seconds, epoch-millis, iso, or a pattern such as yyyyMMddHHmmss with a"
              + " time-zone such as Asia/Seoul");
    }
  }

  String write(Instant moment) {
    return switch (kind) {
      case SECONDS -> Long.toString(moment.getEpochSecond());
      case MILLIS -> Long.toString(moment.toEpochMilli());
      case ISO -> moment.truncatedTo(ChronoUnit.SECONDS).toString();
      case PATTERN -> pattern.format(moment);
    };
  }

  /** Empty for a text of another form. */
  Optional<Instant> read(String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (kind) {
            case SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
            case MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            case ISO -> DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from);
            case PATTERN -> pattern.parse(text, Instant::from);
          });
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
