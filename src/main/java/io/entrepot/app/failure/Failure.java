package io.entrepot.app.failure;

import io.entrepot.app.mapping.MappingException;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Why a message could not be worked, as far as the next try depends on it.
 *
 * @param errorClass as it stands in the message store: a partner's {@link ErrorClass}, or MAPPING,
 *     DATABASE, NODE_STOPPED, or the code of a {@link RefusedException}
 * @param text safe to show: no secret, no personal data
 * @param retryable whether the same message may succeed later
 * @param retryAfter the partner's own wish
 */
public record Failure(
    String errorClass, String text, boolean retryable, Optional<Duration> retryAfter) {

  /** Looks through the causes for the one that knows. */
  public static Failure of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      Optional<Failure> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
      cause = cause.getCause();
    }
    // Only the class: an unforeseen message may hold what was in the payload.
    return new Failure(
        ErrorClass.OUR_BUG.name(), thrown.getClass().getName(), false, Optional.empty());
  }

  private static Optional<Failure> known(Throwable cause) {
    if (cause instanceof PartnerException partner) {
      ErrorClass kind = partner.errorClass();
      return Optional.of(
          new Failure(kind.name(), text(partner), kind.retryable(), partner.retryAfter()));
    }
    if (cause instanceof MappingException) {
      return Optional.of(new Failure("MAPPING", text(cause), false, Optional.empty()));
    }
    if (cause instanceof RefusedException refused) {
      return Optional.of(
          new Failure(refused.code(), text(refused), refused.retryable(), Optional.empty()));
    }
    if (cause instanceof InterruptedException || cause instanceof RejectedExecutionException) {
      return Optional.of(new Failure("NODE_STOPPED", "the node stopped", true, Optional.empty()));
    }
    return databaseAway(cause)
        ? Optional.of(new Failure("DATABASE", cause.getClass().getName(), true, Optional.empty()))
        : Optional.empty();
  }

  private static boolean databaseAway(Throwable cause) {
    return cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof CannotGetJdbcConnectionException
        || cause instanceof CannotCreateTransactionException;
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getName() : message;
  }
}
