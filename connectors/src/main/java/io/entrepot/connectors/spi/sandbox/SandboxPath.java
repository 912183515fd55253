package io.entrepot.connectors.spi.sandbox;

import java.net.URI;

/**
 * Where a request goes.
 *
 * @param control whether it asks the frame, below {@code /_sandbox}, and not the partner
 * @param rest what follows the partner's name, with a slash in front
 */
record SandboxPath(boolean control, String partner, String rest) {
  private static final String CONTROL = "/_sandbox/";

  /** Whether it asks who is simulated here. */
  boolean index() {
    return control && partner.isEmpty();
  }

  static SandboxPath of(URI uri) {
    String path = uri.getPath().equals("/_sandbox") ? CONTROL : uri.getPath();
    boolean control = path.startsWith(CONTROL);
    String below = path.substring(control ? CONTROL.length() : 1);
    int slash = below.indexOf('/');
    return slash < 0
        ? new SandboxPath(control, below, "/")
        : new SandboxPath(control, below.substring(0, slash), below.substring(slash));
  }
}
