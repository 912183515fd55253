package io.entrepot.app.partner;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Holds callers back to what each partner's account allows on this node. */
@Component
final class PartnerLimits {
  /** Longer waits go back to the caller, who need not hold a thread for it. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  private final Map<String, CallWindow> windows = new ConcurrentHashMap<>();

  void await(Connector connector) throws PartnerException {
    if (connector.limit().unlimited()) {
      return;
    }
    CallWindow window =
        windows.computeIfAbsent(connector.id(), id -> new CallWindow(connector.limit()));
    long nanos = window.reserve(System.nanoTime(), WAIT_MAX.toNanos());
    if (nanos > WAIT_MAX.toNanos()) {
      throw limited("our own limit of calls is used up", Duration.ofNanos(nanos));
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw limited("the node stopped while the call waited for its turn", Duration.ZERO);
    }
  }

  private static PartnerException limited(String why, Duration retryAfter) {
    return new PartnerException(ErrorClass.RATE_LIMITED, "OUR_LIMIT", why, retryAfter);
  }
}
