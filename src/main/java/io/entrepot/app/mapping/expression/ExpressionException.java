package io.entrepot.app.mapping.expression;

/** An expression that cannot be compiled, or fails on a document, or was cut off. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  ExpressionException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
