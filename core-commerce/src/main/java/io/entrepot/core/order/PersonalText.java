package io.entrepot.core.order;

import org.jspecify.annotations.Nullable;

/** Bounds of personal texts, so that none grows without end behind its seal. */
final class PersonalText {
  private static final int AT_MOST = 300;

  private PersonalText() {}

  /** The message names the field and never its value. */
  static void requireBounded(String field, @Nullable String text) {
    if (text != null && text.length() > AT_MOST) {
      throw new IllegalArgumentException(
          "%s has %d characters; at most %d are kept".formatted(field, text.length(), AT_MOST));
    }
  }
}
