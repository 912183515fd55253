package io.entrepot.connectors.http.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short mark that tells two texts apart; of nothing secret. */
final class Fingerprint {
  private static final int BYTES = 4;

  private Fingerprint() {}

  static String of(String text) {
    return HexFormat.of().formatHex(sha256(text), 0, BYTES);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(Template.utf8(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
