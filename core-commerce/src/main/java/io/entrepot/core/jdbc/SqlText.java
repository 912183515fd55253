package io.entrepot.core.jdbc;

import org.jspecify.annotations.Nullable;

/** Text that must fit its column. */
public final class SqlText {
  private SqlText() {}

  /** At most so many characters as PostgreSQL counts them; no character is torn. */
  public static String cut(String text, int atMost) {
    return text.codePointCount(0, text.length()) <= atMost
        ? text
        : text.substring(0, text.offsetByCodePoints(0, atMost));
  }

  public static @Nullable String cutNullable(@Nullable String text, int atMost) {
    return text == null ? null : cut(text, atMost);
  }
}
