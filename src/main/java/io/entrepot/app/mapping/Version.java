package io.entrepot.app.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The version of a definition: what it says, not when it was saved. */
final class Version {
  private static final int HEX_DIGITS = 12;

  private Version() {}

  /** Over every file with its path and its length, so that no two sets give the same bytes. */
  static String of(Map<String, byte[]> filesByPath) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      filesByPath.forEach(
          (path, bytes) -> {
            String head = path + "\n" + bytes.length + "\n";
            hash.update(head.getBytes(StandardCharsets.UTF_8));
            hash.update(bytes);
          });
      return HexFormat.of().formatHex(hash.digest()).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
