package io.entrepot.app.failure;

/**
 * A rule of the core refused what a message asked for.
 *
 * <p>Retryable where only the order of arrival is wrong, as for tracking of a parcel whose shipment
 * nobody has told us yet.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean retryable;

  /**
   * @param code stable, as in {@code UNKNOWN_ORDER}
   * @param detail for people: what is wrong and what to do; no personal data
   */
  public RefusedException(String code, String detail, boolean retryable) {
    super(detail);
    this.code = code;
    this.retryable = retryable;
  }

  public String code() {
    return code;
  }

  public boolean retryable() {
    return retryable;
  }
}
