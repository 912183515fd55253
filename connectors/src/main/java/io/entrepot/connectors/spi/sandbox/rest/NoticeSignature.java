package io.entrepot.connectors.spi.sandbox.rest;

import io.entrepot.connectors.spi.PartnerSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By what the receiver of a webhook knows its sender. */
@FunctionalInterface
public interface NoticeSignature {
  /** What a stranger would sign with. */
  String STRANGERS_SECRET = "a secret that nobody shares";

  /**
   * The headers of a notice that goes out now.
   *
   * @param genuine false signs as a stranger would
   */
  Map<String, String> headers(PartnerSettings account, String body, Instant now, boolean genuine);

  /** Nothing: the receiver must ask. */
  static NoticeSignature none() {
    return (account, body, now, genuine) -> Map.of();
  }

  /** The secret itself, in a header. */
  static NoticeSignature secret(String header, String setting) {
    return (account, body, now, genuine) ->
        Map.of(header, genuine ? account.require(setting) : STRANGERS_SECRET);
  }

  /**
   * HMAC-SHA256 in hex over a base string.
   *
   * @param header of the signature
   * @param timestampHeader of the Unix seconds; empty for none
   * @param base with {@code {timestamp}} and {@code {body}} in it, such as {@code
   *     {timestamp}.{body}}
   * @param setting name of the secret
   */
  static NoticeSignature hmacHex(
      String header, String timestampHeader, String base, String setting) {
    return hmac(header, timestampHeader, base, setting, HexFormat.of()::formatHex);
  }

  /** The same in base64. */
  static NoticeSignature hmacBase64(
      String header, String timestampHeader, String base, String setting) {
    return hmac(header, timestampHeader, base, setting, Base64.getEncoder()::encodeToString);
  }

  private static NoticeSignature hmac(
      String header,
      String timestampHeader,
      String base,
      String setting,
      Function<byte[], String> written) {
    return (account, body, now, genuine) -> {
      String timestamp = Long.toString(now.getEpochSecond());
      String signed = base.replace("{timestamp}", timestamp).replace("{body}", body);
      Map<String, String> headers = new HashMap<>();
      headers.put(
          header,
          written.apply(hmac(genuine ? account.require(setting) : STRANGERS_SECRET, signed)));
      if (!timestampHeader.isEmpty()) {
        headers.put(timestampHeader, timestamp);
      }
      return headers;
    };
  }

  private static byte[] hmac(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
