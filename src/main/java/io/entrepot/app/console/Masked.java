package io.entrepot.app.console;

import org.jspecify.annotations.Nullable;

/** Personal data as a page may show it: enough to tell two people apart, not enough to know one. */
final class Masked {
  private static final String DOTS = "●●●";
  private static final int DIGITS_SHOWN = 4;

  private Masked() {}

  /** The first letter, in whatever script. */
  static String name(String name) {
    var stripped = name.strip();
    return stripped.isEmpty()
        ? DOTS
        : stripped.substring(0, stripped.offsetByCodePoints(0, 1)) + DOTS;
  }

  static String mail(@Nullable String mail) {
    return mail == null ? "—" : name(mail) + "@" + DOTS;
  }

  static String phone(@Nullable String phone) {
    if (phone == null) {
      return "—";
    }
    return phone.length() <= DIGITS_SHOWN * 2
        ? DOTS
        : DOTS + phone.substring(phone.length() - DIGITS_SHOWN);
  }
}
