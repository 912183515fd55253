package io.entrepot.connectors.http;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What an HTTP status means where the partner's own code says nothing. */
public final class StatusErrors {
  private StatusErrors() {}

  /** For an answer that is not 2xx. */
  public static PartnerException of(HttpAnswer answer) {
    return new PartnerException(
        classOf(answer.status()),
        "HTTP_" + answer.status(),
        answer + ": " + advice(answer.status()),
        retryAfter(answer));
  }

  /** For any status but 2xx. */
  public static ErrorClass classOf(int status) {
    if (status == 429) {
      return ErrorClass.RATE_LIMITED;
    }
    if (status == 408) {
      return ErrorClass.TIMEOUT;
    }
    if (status == 401 || status == 403) {
      return ErrorClass.OUR_BUG;
    }
    if (status >= 500) {
      return ErrorClass.SERVER_ERROR;
    }
    return status >= 400 ? ErrorClass.CLIENT_ERROR : ErrorClass.BAD_ANSWER;
  }

  private static String advice(int status) {
    return switch (classOf(status)) {
      case RATE_LIMITED -> "too many calls, wait";
      case OUR_BUG -> "the credentials are not accepted, check this partner's settings";
      case SERVER_ERROR, TIMEOUT -> "the partner is in trouble";
      case BAD_ANSWER -> "redirects are not followed, check the base address";
      case CLIENT_ERROR, REFUSED_CONNECTION, DECLINED, UNKNOWN_OUTCOME -> "the partner refused";
    };
  }

  /** From {@code Retry-After}, in seconds or as a date; null if there is none to understand. */
  public static @Nullable Duration retryAfter(HttpAnswer answer) {
    String text = answer.headers().firstValue("Retry-After").orElse("").strip();
    if (text.matches("\\d{1,7}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      // Against the partner's own clock, which its Date header tells; ours may differ.
      Instant now = date(answer.headers().firstValue("Date").orElse(""));
      Duration wait = Duration.between(now, date(text));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
