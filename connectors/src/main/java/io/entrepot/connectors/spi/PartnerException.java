package io.entrepot.connectors.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a partner that did not work. Message and code are safe to store and to show: no secret,
 * no personal data, none of the request's content.
 */
public final class PartnerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorClass errorClass;
  private final String code;
  private final @Nullable Duration retryAfter;

  /**
   * @param code the partner's own code, or ours in upper case where it gave none
   * @param message what went wrong and what to do
   */
  public PartnerException(ErrorClass errorClass, String code, String message) {
    this(errorClass, code, message, null);
  }

  /**
   * @param retryAfter the pause that the partner asked for, counted from now
   */
  public PartnerException(
      ErrorClass errorClass, String code, String message, @Nullable Duration retryAfter) {
    super(message);
    this.errorClass = errorClass;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public ErrorClass errorClass() {
    return errorClass;
  }

  public String code() {
    return code;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
