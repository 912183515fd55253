package io.entrepot.app.launch;

/** The running hub said no; the message is its own reason. */
public final class HubRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  HubRefused(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /** The HTTP status it was said with. */
  public int status() {
    return status;
  }
}
