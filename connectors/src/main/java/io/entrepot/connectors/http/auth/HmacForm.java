package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a signature is computed and written.
 *
 * @param algorithm as Java names it, such as {@code HmacSHA256}
 * @param keyPrefix taken off the secret first, such as {@code whsec_}; may be empty
 */
record HmacForm(String algorithm, KeyForm key, String keyPrefix, Encoding encoding) {
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "HmacSHA256", "sha512", "HmacSHA512", "sha1", "HmacSHA1", "md5", "HmacMD5");

  /** How the secret is turned into key bytes. */
  enum KeyForm {
    TEXT,
    BASE64,
    HEX
  }

  /** How the signature's bytes are written. */
  enum Encoding {
    HEX,
    HEX_UPPER,
    BASE64,
    BASE64URL
  }

  static HmacForm of(Declared declared) {
    return new HmacForm(
        declared.choice("algorithm", ALGORITHMS, "HmacSHA256"),
        declared.choice(
            "secret-form",
            Map.of("text", KeyForm.TEXT, "base64", KeyForm.BASE64, "hex", KeyForm.HEX),
            KeyForm.TEXT),
        declared.text("secret-prefix").orElse(""),
        declared.choice(
            "encoding",
            Map.of(
                "hex", Encoding.HEX,
                "hex-upper", Encoding.HEX_UPPER,
                "base64", Encoding.BASE64,
                "base64url", Encoding.BASE64URL),
            Encoding.HEX));
  }

  /**
   * The signature, written.
   *
   * @throws IllegalArgumentException without the secret, if it is not of the declared form
   */
  String sign(Secret secret, byte[] text) {
    byte[] signature = mac(secret, text);
    return switch (encoding) {
      case HEX -> HexFormat.of().formatHex(signature);
      case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(signature);
      case BASE64 -> Base64.getEncoder().encodeToString(signature);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    };
  }

  private byte[] mac(Secret secret, byte[] text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(keyBytes(secret), algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private byte[] keyBytes(Secret secret) {
    String text = secret.reveal();
    String bare = text.startsWith(keyPrefix) ? text.substring(keyPrefix.length()) : text;
    try {
      return switch (key) {
        case TEXT -> Template.utf8(bare);
        case BASE64 -> Base64.getDecoder().decode(bare);
        case HEX -> HexFormat.of().parseHex(bare);
      };
    } catch (IllegalArgumentException e) {
      // Without the cause: its message quotes the text.
      throw new SecretFormException("is not " + key.name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
