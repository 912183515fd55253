package io.entrepot.app.mapping.format;

/** Bytes that are not what they were declared to be, or a value that cannot be written as such. */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public FormatException(String reason) {
    super(reason, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
