package io.entrepot.app.message;

import org.jspecify.annotations.Nullable;

/** Error texts as they may be stored: bounded, and without what Postgres refuses. */
final class Texts {
  private static final int LENGTH_MAX = 2000;

  private Texts() {}

  static @Nullable String errorText(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = Masker.text(text).replace('\0', ' ');
    return clean.length() <= LENGTH_MAX ? clean : clean.substring(0, LENGTH_MAX - 1) + "…";
  }
}
