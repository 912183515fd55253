package io.entrepot.connectors.spi;

/** A notice that is not stored. The message may be answered and logged: no secret, no content. */
public final class NoticeRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, with the HTTP status that the sender hears. */
  public enum Reason {
    /** Signature or shared secret missing or wrong. */
    NOT_TRUSTED(401),
    /** Signed rightly, but too long ago or in the future. */
    TOO_OLD(401),
    /** Not the document that the protocol says. */
    UNREADABLE(400);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Reason reason;

  public NoticeRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
