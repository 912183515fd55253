package io.entrepot.app.mapping;

/** A value that a function refuses. Carries no stack trace: it is an answer, not a fault. */
final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  BadValue(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
