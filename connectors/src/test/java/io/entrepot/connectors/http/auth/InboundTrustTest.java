package io.entrepot.connectors.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Trust;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InboundTrustTest {
  private static final Map<String, Object> WMS =
      Map.of(
          "kind", "hmac",
          "signature", "X-Wms-Signature",
          "timestamp", "X-Wms-Timestamp",
          "base", "{timestamp}.{body}");
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private final Authentications kinds =
      new Authentications(new MemoryTokenVault(), Clock.systemUTC());

  @Test
  void aRightSignatureIsBelievedAndAChangedByteIsNot() throws Exception {
    InboundTrust trust = trust(WMS, "wms-secret-0001");
    String signature = hex("wms-secret-0001", "1700000000.{}");

    trust.check(notice("{}", NOW, "X-Wms-Timestamp", "1700000000", "X-Wms-Signature", signature));

    assertThat(trust.trust()).isEqualTo(Trust.SIGNED);
    assertThat(
            reason(
                trust,
                notice("{ }", NOW, "X-Wms-Timestamp", "1700000000", "X-Wms-Signature", signature)))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(
            reason(
                trust,
                notice("{}", NOW, "X-Wms-Timestamp", "1700000001", "X-Wms-Signature", signature)))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(reason(trust, notice("{}", NOW, "X-Wms-Timestamp", "1700000000")))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(reason(trust, notice("{}", NOW))).isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
  }

  @Test
  void anOldSignatureIsRefusedAtTheSecondDeclared() throws Exception {
    InboundTrust trust = trust(WMS, "s");
    String[] signed = {
      "X-Wms-Timestamp", "1700000000", "X-Wms-Signature", hex("s", "1700000000.{}")
    };

    trust.check(notice("{}", NOW.plusSeconds(300), signed));
    trust.check(notice("{}", NOW.minusSeconds(300), signed));

    assertThat(reason(trust, notice("{}", NOW.plusSeconds(301), signed)))
        .isEqualTo(NoticeRefused.Reason.TOO_OLD);
    assertThat(reason(trust, notice("{}", NOW.minusSeconds(301), signed)))
        .isEqualTo(NoticeRefused.Reason.TOO_OLD);
  }

  @Test
  void slackSignsWithAVersionInFront() throws Exception {
    InboundTrust trust =
        trust(
            Map.of(
                "kind", "hmac",
                "signature", Map.of("header", "X-Slack-Signature", "prefix", "v0="),
                "timestamp", "X-Slack-Request-Timestamp",
                "base", "v0:{timestamp}:{body}"),
            "8f742231b10e8888abcd99yyyzzz85a5");
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    trust.check(
        notice(
            body,
            Instant.ofEpochSecond(1531420618),
            "X-Slack-Request-Timestamp",
            "1531420618",
            "X-Slack-Signature",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));
  }

  @Test
  void standardWebhooksSignAnIdAndMayBringSeveralSignatures() throws Exception {
    InboundTrust trust =
        trust(
            Map.of(
                "kind", "hmac",
                "secret-form", "base64",
                "secret-prefix", "whsec_",
                "encoding", "base64",
                "signature",
                    Map.of("header", "webhook-signature", "prefix", "v1,", "separator", " "),
                "timestamp", "webhook-timestamp",
                "values", Map.of("id", "webhook-id"),
                "base", "{id}.{timestamp}.{body}"),
            "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3");

    trust.check(
        notice(
            "{\"a\":1}",
            NOW,
            "webhook-id",
            "msg_1",
            "webhook-timestamp",
            "1700000000",
            "webhook-signature",
            "v1,AAAA v1,WUgAXU8H0NQ1/7M+TtMwKma2b74a3/TCgekiM3YUdN8="));
  }

  @Test
  void oneHeaderMayHoldTimeAndSignatureAsStripesDoes() throws Exception {
    InboundTrust trust =
        trust(
            Map.of(
                "kind",
                "hmac",
                "signature",
                Map.of("header", "Stripe-Signature", "part", "v1", "separator", ","),
                "timestamp",
                Map.of("header", "Stripe-Signature", "part", "t", "separator", ","),
                "base",
                "{timestamp}.{body}"),
            "whsec_test");
    String right = hex("whsec_test", "1700000000.{}");

    trust.check(notice("{}", NOW, "Stripe-Signature", "t=1700000000,v1=00,v1=" + right + ",v0=x"));

    assertThat(reason(trust, notice("{}", NOW, "Stripe-Signature", "t=1700000000,v0=" + right)))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
  }

  @Test
  void eitherHeaderOfARotatingPartnerCounts() throws Exception {
    InboundTrust trust =
        trust(
            Map.of(
                "kind", "hmac",
                "signature",
                    Map.of(
                        "header",
                        List.of("X-AKENEO-SIGNATURE-PRIMARY", "X-AKENEO-SIGNATURE-SECONDARY")),
                "base", "{body}"),
            "primary-secret-0001");

    trust.check(
        notice(
            "{\"specversion\":\"1.0\",\"id\":\"evt-0001\",\"type\":\"com.akeneo.pim.v1.product.updated\"}",
            NOW,
            "X-AKENEO-SIGNATURE-PRIMARY",
            "00",
            "X-AKENEO-SIGNATURE-SECONDARY",
            "085892b6bc9d9084b277a8a09f7345ce46eeaebe24889fc6dab426cd26e2e85a"));
  }

  @Test
  void whileARotationLastsBothSecretsAreBelievedForEveryKind() throws Exception {
    PartnerSettings both = new Rotating("new-secret", "old-secret");
    InboundTrust signed = kinds.trust(new AuthDeclaration("t", WMS), both);
    InboundTrust shared =
        kinds.trust(
            new AuthDeclaration("t", Map.of("kind", "shared-secret", "header", "X-Hook")), both);
    InboundTrust basic =
        kinds.trust(new AuthDeclaration("t", Map.of("kind", "basic", "user", "hub")), both);

    for (String secret : List.of("new-secret", "old-secret")) {
      signed.check(
          notice(
              "{}",
              NOW,
              "X-Wms-Timestamp",
              "1700000000",
              "X-Wms-Signature",
              hex(secret, "1700000000.{}")));
      shared.check(notice("{}", NOW, "X-Hook", secret));
      basic.check(notice("{}", NOW, "Authorization", basic("hub:" + secret)));
    }
    assertThat(reason(shared, notice("{}", NOW, "X-Hook", "older-secret")))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(reason(basic, notice("{}", NOW, "Authorization", basic("hub:older-secret"))))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
  }

  @Test
  void aSharedSecretMayStandInABodyThatNeedNotBeJson() throws Exception {
    InboundTrust trust =
        trust(Map.of("kind", "shared-secret", "field", "/secret_value"), "abc-123");

    trust.check(notice("{\"secret_value\":\"abc-123\"}", NOW));

    assertThat(reason(trust, notice("<html>", NOW))).isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(reason(trust, notice("{}", NOW))).isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
  }

  @Test
  void aTimeThatIsNotSignedProvesNoAge() {
    assertThatThrownBy(
            () ->
                trust(
                    Map.of("kind", "hmac", "signature", "S", "timestamp", "T", "base", "{body}"),
                    "s"))
        .hasMessageContaining("must have {timestamp} in it");
  }

  private InboundTrust trust(Map<String, ?> declared, String secret) {
    return kinds.trust(
        new AuthDeclaration("t", declared),
        PartnerSettings.of("p", Map.of("webhook-secret", secret)));
  }

  private static NoticeRefused.Reason reason(InboundTrust trust, RawNotice notice) {
    return catchThrowableOfType(NoticeRefused.class, () -> trust.check(notice)).reason();
  }

  private static String basic(String pair) {
    return "Basic "
        + java.util.Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(String secret, String text) throws Exception {
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec(secret.getBytes("UTF-8"), "HmacSHA256"));
    return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes("UTF-8")));
  }

  private static RawNotice notice(String body, Instant at, String... headers) {
    Map<String, List<String>> byName =
        java.util.stream.IntStream.range(0, headers.length / 2)
            .boxed()
            .collect(Collectors.toMap(i -> headers[2 * i], i -> List.of(headers[2 * i + 1])));
    return new RawNotice(
        "POST", "/webhooks/p/d", byName, Map.of(), body.getBytes(StandardCharsets.UTF_8), at);
  }

  private record Rotating(String current, String before) implements PartnerSettings {
    @Override
    public String partner() {
      return "p";
    }

    @Override
    public Optional<String> find(String name) {
      return Optional.of(current);
    }

    @Override
    public List<Secret> accepted(String name) {
      return List.of(Secret.of(current), Secret.of(before));
    }
  }
}
