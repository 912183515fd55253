package io.entrepot.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key with which the command line calls {@code /api/v1/ops/**} (header {@code Authorization:
 * Bearer …}). One for a data directory; it stands in that directory's {@code run.json} (mode 0600)
 * and nowhere else.
 */
public record OpsKey(String value) {
  private static final int RANDOM_BYTES = 32;
  private static final int LENGTH_MIN = 32;

  public OpsKey {
    if (value.length() < LENGTH_MIN) {
      throw new IllegalArgumentException(
          "entrepot.ops.key has "
              + value.length()
              + " characters; give at least "
              + LENGTH_MIN
              + " random ones, or none at all and one is made");
    }
  }

  /** A fresh key of 256 random bits. */
  public static OpsKey random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new OpsKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Takes the same time whatever differs, so that the key cannot be guessed letter by letter. */
  boolean matches(String candidate) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "OpsKey[***]";
  }
}
