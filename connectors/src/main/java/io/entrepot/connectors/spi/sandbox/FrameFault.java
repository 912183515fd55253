package io.entrepot.connectors.spi.sandbox;

import java.util.List;

/** The faults that any simulated partner can have: of the network and of a server in trouble. */
final class FrameFault {
  static final String HANG = "hang";
  static final String DROP_AFTER = "drop-after";
  static final String ERROR_BEFORE = "error-before";
  static final String ERROR_AFTER = "error-after";
  static final String RATE_LIMIT = "rate-limit";

  static final List<FaultName> ALL =
      List.of(
          new FaultName(HANG, "takes the request, does nothing and does not answer"),
          new FaultName(DROP_AFTER, "does the work, then drops the connection"),
          new FaultName(ERROR_BEFORE, "answers 500 without doing the work"),
          new FaultName(ERROR_AFTER, "does the work, then answers 500"),
          new FaultName(RATE_LIMIT, "answers 429 with Retry-After: 1 without doing the work"));

  private FrameFault() {}
}
