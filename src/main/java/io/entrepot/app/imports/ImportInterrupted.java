package io.entrepot.app.imports;

/** The node stops or has lost its lock: the import goes on later or elsewhere. */
final class ImportInterrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportInterrupted() {
    super("the import is interrupted and goes on later");
  }
}
