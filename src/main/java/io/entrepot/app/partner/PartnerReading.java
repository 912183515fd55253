package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.Retry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls that only read, tried again at once as the connector says: nobody behind them would. Each
 * try is journaled on the same message.
 */
final class PartnerReading {
  private final PartnerCalls calls;

  PartnerReading(PartnerCalls calls) {
    this.calls = calls;
  }

  JsonNode read(
      PartnerTarget target, OutboundMessage message, Duration timeout, Consumer<UUID> known)
      throws PartnerException {
    Retry retry = target.connector().retry();
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= retry.attempts();
      try {
        return calls.call(
            target,
            message,
            timeout,
            new PartnerCalls.Journal(failed -> !last && worthIt(failed, retry), known));
      } catch (PartnerException e) {
        if (last || !worthIt(e, retry)) {
          throw e;
        }
        pause(retry.after(attempt), e);
      }
    }
  }

  /** A partner that wants to be left alone for longer is not waited for on a thread. */
  private static boolean worthIt(PartnerException failed, Retry retry) {
    return failed.errorClass().retryable()
        && failed.retryAfter().orElse(Duration.ZERO).compareTo(retry.longest()) <= 0;
  }

  private static void pause(Duration own, PartnerException failed) throws PartnerException {
    Duration wanted = failed.retryAfter().orElse(Duration.ZERO);
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(own.toMillis(), wanted.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed;
    }
  }
}
