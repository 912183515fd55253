package io.entrepot.connectors.spi.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A partner's desk with the frame's faults around it. Empty means: drop the connection. */
record FaultyDesk(CountDownLatch closing) {
  private static final int HANG_SECONDS = 60;

  Optional<SandboxAnswer> answer(OpenPartner open, SandboxRequest request) {
    Faults faults = open.site().faults();
    if (faults.strikes(FrameFault.HANG, request)) {
      return hang();
    }
    if (faults.strikes(FrameFault.ERROR_BEFORE, request)) {
      return Optional.of(error());
    }
    if (faults.strikes(FrameFault.RATE_LIMIT, request)) {
      return Optional.of(tooMany());
    }
    SandboxAnswer answer = open.partner().answer(request);
    open.site().books().sync();
    if (faults.strikes(FrameFault.DROP_AFTER, request)) {
      return Optional.empty();
    }
    return Optional.of(faults.strikes(FrameFault.ERROR_AFTER, request) ? error() : answer);
  }

  private Optional<SandboxAnswer> hang() {
    try {
      closing.await(HANG_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static SandboxAnswer error() {
    return Problems.of(500, "a fault of the sandbox struck");
  }

  private static SandboxAnswer tooMany() {
    SandboxAnswer answer = Problems.of(429, "a fault of the sandbox struck");
    return new SandboxAnswer(
        answer.status(), answer.contentType(), answer.body(), Map.of("Retry-After", "1"));
  }
}
