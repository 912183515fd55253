package io.entrepot.connectors.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that is never printed: {@code toString} says {@code ***}. */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Keeps that text.
   *
   * @throws IllegalArgumentException for an empty text or one with a byte order mark, which an
   *     editor may have put in front of a key file
   */
  public static Secret of(String text) {
    if (text.isBlank() || text.charAt(0) == '\uFEFF') {
      throw new IllegalArgumentException("a secret is not empty and has no byte order mark");
    }
    return new Secret(text);
  }

  /** The text itself; for the one line that sends it or signs with it. */
  public String reveal() {
    return text;
  }

  /** Whether this is the secret, in a time that does not tell how much of it was right. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
