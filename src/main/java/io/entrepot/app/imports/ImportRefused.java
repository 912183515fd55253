package io.entrepot.app.imports;

/** A file that cannot be imported at all. Nothing of it was taken; the message says what to do. */
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  ImportRefused(String code, String detail) {
    super(detail);
    this.code = code;
  }

  /** Words with hyphens, as in {@code import-file-empty}. */
  public String code() {
    return code;
  }
}
