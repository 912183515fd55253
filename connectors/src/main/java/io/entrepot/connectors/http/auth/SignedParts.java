package io.entrepot.connectors.http.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a message that a base string may be made of, by variable.
 *
 * @param body raw
 * @param named the other variables' values
 */
@SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
record SignedParts(byte[] body, Map<String, String> named) {
  /** What is made of a body. */
  static final Set<String> OF_BODY =
      Set.of("body", "body-sha256-hex", "body-sha256-base64", "body-md5-hex", "body-md5-base64");

  byte[] bytes(String name) {
    return switch (name) {
      case "body" -> body;
      case "body-sha256-hex" -> hex(digest("SHA-256"));
      case "body-sha256-base64" -> base64(digest("SHA-256"));
      case "body-md5-hex" -> hex(digest("MD5"));
      case "body-md5-base64" -> base64(digest("MD5"));
      default -> Template.utf8(named.getOrDefault(name, ""));
    };
  }

  /** The raw query with its parameters in the order of their names. */
  static String sorted(String rawQuery) {
    return Arrays.stream(rawQuery.split("&")).sorted().collect(Collectors.joining("&"));
  }

  private byte[] digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static byte[] hex(byte[] digest) {
    return Template.utf8(HexFormat.of().formatHex(digest));
  }

  private static byte[] base64(byte[] digest) {
    return Base64.getEncoder().encode(digest);
  }
}
