package io.entrepot.connectors.spi.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A partner's desk with the frame's faults around it. Empty means: drop the connection. */
record FaultyDesk(CountDownLatch closing) {
  private static final String PAGE =
      "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>";

  Optional<SandboxAnswer> answer(OpenPartner open, SandboxRequest request) {
    Happening happening;
    try {
      happening = happening(open.site().faults(), request);
    } catch (IllegalArgumentException e) {
      return Optional.of(Problems.of(400, String.valueOf(e.getMessage())));
    }
    return happening.during(
        () ->
            open.site()
                .faults()
                .struck(StandardFault.CLOCK_SKEW)
                .map(Happening.now()::ahead)
                .orElseGet(Happening::now)
                .during(() -> faulty(open, request)));
  }

  private static Happening happening(Faults faults, SandboxRequest request) {
    Map<String, Long> asked = Happening.parsed(request.header(Faults.HEADER).orElse(""));
    asked.keySet().forEach(faults::known);
    return new Happening(request.method() + " " + request.path(), asked, Duration.ZERO);
  }

  private Optional<SandboxAnswer> faulty(OpenPartner open, SandboxRequest request) {
    Map<String, Duration> faults = open.site().faults().ofWire();
    if (faults.containsKey(StandardFault.HANG)) {
      await(faults.get(StandardFault.HANG));
      return Optional.empty();
    }
    if (faults.containsKey(StandardFault.ERROR_BEFORE)) {
      return Optional.of(error());
    }
    if (faults.containsKey(StandardFault.RATE_LIMIT)) {
      return Optional.of(tooMany(faults.get(StandardFault.RATE_LIMIT)));
    }
    SandboxAnswer answer = open.partner().answer(request);
    open.site().books().sync();
    return after(faults, answer);
  }

  private Optional<SandboxAnswer> after(Map<String, Duration> faults, SandboxAnswer answer) {
    if (faults.containsKey(StandardFault.SLOW)) {
      await(faults.get(StandardFault.SLOW));
    }
    if (faults.containsKey(StandardFault.DROP_AFTER)) {
      return Optional.empty();
    }
    if (faults.containsKey(StandardFault.HTML)) {
      return Optional.of(SandboxAnswer.html(200, PAGE));
    }
    return Optional.of(faults.containsKey(StandardFault.ERROR_AFTER) ? error() : answer);
  }

  /** Ends early when the server closes. */
  private void await(Duration duration) {
    try {
      closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SandboxAnswer error() {
    return Problems.of(500, "a fault of the sandbox struck");
  }

  private static SandboxAnswer tooMany(Duration pause) {
    long seconds = Math.max(1, (pause.toMillis() + 999) / 1000);
    return Problems.of(429, "a fault of the sandbox struck")
        .with("Retry-After", Long.toString(seconds));
  }
}
