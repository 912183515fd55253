package io.entrepot.core.commit;

import org.jspecify.annotations.Nullable;

/**
 * The database did not say whether the command is durable. A repeat under the same idempotency key
 * is safe and tells.
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
