package io.entrepot.app.workbench;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who changes something, as it is written into the history. */
final class Actor {
  private static final int CHARS_MAX = 100;

  private Actor() {}

  /**
   * The account that signed in; what a caller says of itself stands in brackets behind it.
   *
   * @param claimed who the bearer of the operations key says to be
   */
  static String of(@Nullable Principal principal, @Nullable String claimed) {
    String account = principal == null ? "unknown" : shortened(principal.getName());
    return claimed == null || claimed.isBlank() || claimed.equals(account)
        ? account
        : account + " (" + shortened(claimed.strip()) + ")";
  }

  private static String shortened(String text) {
    return text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX - 1) + "…";
  }
}
