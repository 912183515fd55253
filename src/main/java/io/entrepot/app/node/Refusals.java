package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.connectors.http.auth.AuthDeclarationException;
import io.entrepot.connectors.http.declared.DeclarationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the one line an operator can act on below a failed start. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int DEPTH_MAX = 50;

  private Refusals() {}

  static RuntimeException of(RuntimeException failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
      if (cause instanceof StartRefused refused) {
        return refused;
      }
      if (cause instanceof DeclarationException || cause instanceof AuthDeclarationException) {
        return new StartRefused(String.valueOf(cause.getMessage()), failure);
      }
      if (cause instanceof PortInUseException taken) {
        return new StartRefused(
            "port " + taken.getPort() + " is taken: set ENTREPOT_PORT (or --port) to a free one",
            failure);
      }
      cause = cause.getCause();
    }
    LOG.error("The start failed", failure);
    return failure;
  }
}
