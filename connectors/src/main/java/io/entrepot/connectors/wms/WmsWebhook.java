package io.entrepot.connectors.wms;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signed report of a parcel: hex HMAC-SHA256 over timestamp, a dot and the raw body. */
final class WmsWebhook implements NoticeEndpoint {
  // Older ones could be recordings; the warehouse signs each attempt anew.
  private static final Duration AGE_MAX = Duration.ofMinutes(5);

  private final Supplier<Secret> secret;

  WmsWebhook(Supplier<Secret> secret) {
    this.secret = secret;
  }

  @Override
  public Trust trust() {
    return Trust.SIGNED;
  }

  @Override
  public Verified verify(RawNotice raw) throws NoticeRefused {
    String timestamp = raw.header("X-Wms-Timestamp").orElse("");
    if (!signed(timestamp, raw)) {
      throw new NoticeRefused(Reason.NOT_TRUSTED, "X-Wms-Signature is missing or wrong");
    }
    // The signature is right, so the timestamp is the warehouse's own number.
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), raw.receivedAt());
    if (age.abs().compareTo(AGE_MAX) > 0) {
      throw new NoticeRefused(
          Reason.TOO_OLD, "X-Wms-Timestamp is more than 5 minutes off; sign again and resend");
    }
    return read(raw);
  }

  private boolean signed(String timestamp, RawNotice raw) throws NoticeRefused {
    String signature = raw.header("X-Wms-Signature").orElse("");
    if (!timestamp.matches("\\d{1,12}") || !signature.matches("[0-9a-fA-F]{64}")) {
      return false;
    }
    return MessageDigest.isEqual(
        HexFormat.of().parseHex(signature), hmac(secret.get(), timestamp, raw.body()));
  }

  static byte[] hmac(Secret secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static Verified read(RawNotice raw) throws NoticeRefused {
    JsonNode body = raw.json();
    String event = body.path("event").asText();
    String orderNo = body.path("order_no").asText();
    if (event.isBlank() || orderNo.isBlank()) {
      throw new NoticeRefused(Reason.UNREADABLE, "event and order_no must be given");
    }
    return new Verified(body, event + ":" + orderNo + ":" + body.path("parcel_no").asText());
  }

  @Override
  public Answer answer() {
    return Answer.json("{\"received\":true}");
  }
}
