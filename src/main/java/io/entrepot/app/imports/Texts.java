package io.entrepot.app.imports;

/** Texts of unknown length, made fit for a message. */
final class Texts {
  private static final int SHOWN_CHARS = 120;

  private Texts() {}

  static String shortened(String text) {
    return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
  }
}
