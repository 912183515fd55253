package io.entrepot.core.commit;

/** Nothing was written: too many wait, the wait was too long, or the engine shuts down. */
public final class TryLaterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TryLaterException(String message) {
    super(message);
  }

  TryLaterException(String message, Throwable cause) {
    super(message, cause);
  }
}
