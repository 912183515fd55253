package io.entrepot.app.launch;

/** The running hub said no; the message is its own reason. */
public final class HubRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  HubRefused(String reason) {
    super(reason);
  }
}
