package io.entrepot.connectors.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WmsWebhookTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
  private static final String BODY = "{\"event\":\"e\",\"order_no\":\"o\"}";

  /** Made with another HMAC implementation: secret "warehouse-secret", the body above. */
  private static final String SIGNATURE =
      "879b0fbb18183b166a7b210a4548939b7403a94209e54fb1fe305b574072ef2e";

  private final WmsWebhook webhook = new WmsWebhook(() -> Secret.of("warehouse-secret"));

  @Test
  void signatureIsMadeOverTimestampDotAndBody() throws NoticeRefused {
    assertThat(webhook.verify(notice(BODY, "1800000000", SIGNATURE, NOW)).idempotencyKey())
        .isEqualTo("e:o:");
    assertThat(
            webhook
                .verify(notice(BODY, "1800000000", SIGNATURE.toUpperCase(), NOW))
                .idempotencyKey())
        .isEqualTo("e:o:");
  }

  @Test
  void anyOtherBodySignatureOrTimestampIsNotTrusted() {
    assertThat(refusal(notice(BODY + " ", "1800000000", SIGNATURE, NOW)))
        .isEqualTo(Reason.NOT_TRUSTED);
    assertThat(refusal(notice(BODY, "1800000001", SIGNATURE, NOW))).isEqualTo(Reason.NOT_TRUSTED);
    assertThat(refusal(notice(BODY, "1800000000", "00".repeat(32), NOW)))
        .isEqualTo(Reason.NOT_TRUSTED);
    assertThat(refusal(notice(BODY, "1800000000", "no hex", NOW))).isEqualTo(Reason.NOT_TRUSTED);
    assertThat(refusal(notice(BODY, "x", SIGNATURE, NOW))).isEqualTo(Reason.NOT_TRUSTED);
  }

  @Test
  void missingHeadersAreNotTrusted() {
    RawNotice bare =
        new RawNotice("POST", "/", Map.of(), Map.of(), BODY.getBytes(StandardCharsets.UTF_8), NOW);

    assertThat(refusal(bare)).isEqualTo(Reason.NOT_TRUSTED);
  }

  @Test
  void recordingIsTooOldAfterFiveMinutes() throws NoticeRefused {
    webhook.verify(notice(BODY, "1800000000", SIGNATURE, NOW.plusSeconds(300)));
    webhook.verify(notice(BODY, "1800000000", SIGNATURE, NOW.minusSeconds(300)));

    assertThat(refusal(notice(BODY, "1800000000", SIGNATURE, NOW.plusSeconds(301))))
        .isEqualTo(Reason.TOO_OLD);
    assertThat(refusal(notice(BODY, "1800000000", SIGNATURE, NOW.minusSeconds(301))))
        .isEqualTo(Reason.TOO_OLD);
  }

  @Test
  void signedNonsenseIsUnreadable() {
    for (String body : List.of("{broken", "[]", "{\"event\":\"e\"}", "")) {
      assertThat(refusal(signed(body))).as(body).isEqualTo(Reason.UNREADABLE);
    }
  }

  @Test
  void aSignedBodyThatSaysTwoThingsIsRefusedWithThatReason() {
    String twice = "{\"event\":\"e\",\"order_no\":\"o\",\"carrier\":\"A\",\"carrier\":\"B\"}";

    assertThat(catchThrowableOfType(NoticeRefused.class, () -> webhook.verify(signed(twice))))
        .hasMessageContaining("'carrier' stands twice");
  }

  private Reason refusal(RawNotice notice) {
    return catchThrowableOfType(NoticeRefused.class, () -> webhook.verify(notice)).reason();
  }

  private static RawNotice signed(String body) {
    byte[] hmac =
        WmsWebhook.hmac(
            Secret.of("warehouse-secret"), "1800000000", body.getBytes(StandardCharsets.UTF_8));
    return notice(body, "1800000000", java.util.HexFormat.of().formatHex(hmac), NOW);
  }

  private static RawNotice notice(String body, String timestamp, String signature, Instant at) {
    return new RawNotice(
        "POST",
        "/webhooks/wms/shipment",
        Map.of("x-wms-timestamp", List.of(timestamp), "X-WMS-Signature", List.of(signature)),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        at);
  }
}
