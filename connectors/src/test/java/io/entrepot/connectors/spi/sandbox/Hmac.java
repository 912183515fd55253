package io.entrepot.connectors.spi.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** HMAC-SHA256 by its definition (RFC 2104), as a second opinion on what is signed. */
public final class Hmac {
  private static final int BLOCK = 64;

  private Hmac() {}

  public static String sha256Hex(String secret, String text) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
    byte[] inner = sha256(xor(padded, 0x36), text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha256(xor(padded, 0x5c), inner));
  }

  private static byte[] xor(byte[] block, int with) {
    byte[] out = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      out[i] = (byte) (block[i] ^ with);
    }
    return out;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
