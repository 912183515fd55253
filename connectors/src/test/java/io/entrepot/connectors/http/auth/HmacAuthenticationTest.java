package io.entrepot.connectors.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Partners' own signatures, by declaration; the expected texts are theirs or were computed apart.
 */
class HmacAuthenticationTest {
  private static final Duration LONG = Duration.ofSeconds(5);

  private final MemoryTokenVault vault = new MemoryTokenVault();

  @Test
  void shopeeSignsItsPathAndTokenBelowTheSandboxTooAndPutsAllIntoTheQuery() throws Exception {
    PartnerSettings settings =
        PartnerSettings.of(
            "shopee",
            Map.of(
                "base-url", "http://127.0.0.1:8090/shopee",
                "partner-id", "2000000",
                "shop-id", "300001",
                "client-id", "2000000",
                "client-secret", "unused",
                "partner-key", "test_partner_key_0123456789abcdef"));
    Map<String, Object> declared =
        Map.of(
            "kind", "hmac",
            "secret", "partner-key",
            "base", "${partner-id}{path-below-base}{timestamp}{access-token}${shop-id}",
            "query",
                Map.of("sign", "{signature}", "timestamp", "{timestamp}", "shop_id", "${shop-id}"),
            "token",
                Map.of(
                    "kind", "oauth2-authorization-code",
                    "authorize-url", "${base-url}/authorize",
                    "token-url", "${base-url}/token"));
    Authentications kinds = at("2023-11-14T22:13:20Z");
    vault.authorised(
        kinds.consent(declaration(declared), settings).orElseThrow().key(),
        new Tokens(Secret.of("tok_access_0001"), null, Instant.EPOCH, null));

    HttpCall call =
        kinds
            .of(declaration(declared), settings)
            .authenticate(
                get("http://127.0.0.1:8090/shopee/api/v2/order/get_order_list?page_size=20"))
            .call();

    assertThat(call.uri().getQuery())
        .startsWith("page_size=20&")
        .contains("timestamp=1700000000", "shop_id=300001")
        .contains("sign=50c6472e5f4f7b4c97100642070c03ccde2d4407c02cb708d9a626ba00bd1595");
  }

  @Test
  void hanjinSignsTheRawQueryInSeoulTime() throws Exception {
    PartnerSettings settings =
        PartnerSettings.of(
            "hanjin",
            Map.of(
                "client-id", "HANJIN",
                "secret-key", "RAXGVUWSBvmnARzoYsylxcBLvdVm1GUzWRslNYKGKdadStnCnAJFGPUbyvHNcVmD"));
    Map<String, Object> declared =
        Map.of(
            "kind", "hmac",
            "time-form", "yyyyMMddHHmmss",
            "time-zone", "Asia/Seoul",
            "base", "{timestamp}{method}{query}{secret}",
            "headers",
                Map.of(
                    "Authorization",
                    "client_id=${client-id} timestamp={timestamp} signature={signature}"));

    assertThat(
            header(
                declared,
                settings,
                "2023-10-09T06:28:39Z",
                get("https://api.example/v1/util/customer-check?cntractNo=9771759"),
                "Authorization"))
        .isEqualTo(
            "client_id=HANJIN timestamp=20231009152839 signature="
                + "576f6c59d7f60872c94c05b2e2d69ab056ff1e1ff9fee110a6ebadf3d96664bf");
  }

  @Test
  void popbillSignsADigestOfTheBodyWithABase64Key() throws Exception {
    PartnerSettings settings =
        PartnerSettings.of(
            "popbill",
            Map.of(
                "link-id", "LINK",
                "secret-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
    Map<String, Object> declared =
        Map.of(
            "kind", "hmac",
            "secret-form", "base64",
            "encoding", "base64",
            "time-form", "iso",
            "base", "{method}\n{body-sha256-base64}\n{timestamp}\n2.0\n{path}",
            "headers",
                Map.of(
                    "x-lh-date", "{timestamp}",
                    "x-lh-version", "2.0",
                    "Authorization", "LINKHUB ${link-id} {signature}"));
    HttpCall call =
        HttpCall.post(
            URI.create("https://auth.example/POPBILL_TEST/Token"),
            new ObjectMapper()
                .readTree("{\"access_id\":\"1234567890\",\"scope\":[\"member\",\"110\"]}"),
            LONG);

    assertThat(header(declared, settings, "2024-01-02T03:04:05Z", call, "Authorization"))
        .isEqualTo("LINKHUB LINK ZIkzSl7kDFJnp0a14e+IsVfqdMw3DjHxGoS4Em/PfAc=");
    assertThat(header(declared, settings, "2024-01-02T03:04:05Z", call, "x-lh-date"))
        .isEqualTo("2024-01-02T03:04:05Z");
  }

  @Test
  void coupangLikeSignsTimeMethodPathAndQuery() throws Exception {
    PartnerSettings settings =
        PartnerSettings.of("coupang", Map.of("access-key", "ak-1", "secret-key", "sk-1"));
    Map<String, Object> declared =
        Map.of(
            "kind", "hmac",
            "time-form", "yyMMdd'T'HHmmss'Z'",
            "base", "{timestamp}{method}{path}{query}",
            "headers",
                Map.of(
                    "Authorization",
                    "CEA algorithm=HmacSHA256, access-key=${access-key}, signed-date={timestamp},"
                        + " signature={signature}"));

    assertThat(
            header(
                declared,
                settings,
                "2026-01-02T03:04:05Z",
                get("https://api.example/v2/orders?status=NEW"),
                "Authorization"))
        .isEqualTo(
            "CEA algorithm=HmacSHA256, access-key=ak-1, signed-date=260102T030405Z, signature="
                + hmac("sk-1", "260102T030405ZGET/v2/ordersstatus=NEW"));
  }

  @Test
  void eachCallHasANonceOfItsOwnThatIsSigned() throws Exception {
    PartnerSettings settings =
        PartnerSettings.of("solapi", Map.of("api-key", "K", "secret-key", "testsecret"));
    Map<String, Object> declared =
        Map.of(
            "kind", "hmac",
            "time-form", "iso",
            "base", "{timestamp}{nonce}",
            "headers", Map.of("X-Salt", "{nonce}", "X-Signature", "{signature}"));
    Authentication authentication = at("2019-07-01T00:41:48Z").of(declaration(declared), settings);

    Map<String, String> first =
        authentication.authenticate(get("https://a.example/x")).call().headers();
    Map<String, String> second =
        authentication.authenticate(get("https://a.example/x")).call().headers();

    assertThat(first.get("X-Salt")).isNotEqualTo(second.get("X-Salt"));
    assertThat(first.get("X-Signature"))
        .isEqualTo(hmac("testsecret", "2019-07-01T00:41:48Z" + first.get("X-Salt")));
  }

  /** By another road than the code's. */
  private static String hmac(String secret, String text) throws Exception {
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec(secret.getBytes("UTF-8"), "HmacSHA256"));
    return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes("UTF-8")));
  }

  private String header(
      Map<String, Object> declared,
      PartnerSettings settings,
      String now,
      HttpCall call,
      String name)
      throws Exception {
    return at(now)
        .of(declaration(declared), settings)
        .authenticate(call)
        .call()
        .headers()
        .get(name);
  }

  private Authentications at(String now) {
    return new Authentications(vault, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private static HttpCall get(String uri) {
    return HttpCall.get(URI.create(uri), LONG);
  }

  private static AuthDeclaration declaration(Map<String, ?> declared) {
    return new AuthDeclaration("test", declared);
  }
}
