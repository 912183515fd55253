package io.entrepot.app.mapping.expression;

/** Ends an evaluation from within; carries no stack trace, for it is an answer. */
final class CutOff extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CutOff(String reason) {
    super(reason, null, false, false);
  }
}
