package io.entrepot.connectors.http.declared;

import static io.entrepot.connectors.http.declared.ScriptedPartner.call;
import static io.entrepot.connectors.http.declared.ScriptedPartner.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrepot.connectors.http.declared.ScriptedPartner.Asked;
import io.entrepot.connectors.http.declared.ScriptedPartner.Said;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a declaration says is what goes over the wire. */
class DeclaredConnectorTest {
  @TempDir private Path definitions;
  private ScriptedPartner partner;

  @BeforeEach
  void start() throws IOException {
    partner = new ScriptedPartner(definitions);
  }

  @AfterEach
  void stop() {
    partner.close();
  }

  @Test
  void pathQueryHeadersAndBodyAreFilledIn() throws Exception {
    Connector acme =
        partner.connector(
            """
            operations:
              move:
                call: POST /shops/${shop}/parcels/{$.id}/moves
                query: { note: $.note, missing: $.missing, fixed: 1 }
                headers: { X-Reason: "for {$.note}" }
                idempotency-header: Idempotency-Key
            """);

    call(acme, "move", "{\"id\": \"a/../b\", \"note\": \"x & y\"}");

    Asked request = partner.asked.get(0);
    assertThat(request.path())
        .isEqualTo("/shops/my-shop/parcels/a%2F..%2Fb/moves?note=x%20%26%20y&fixed=1");
    assertThat(request.header("X-reason")).isEqualTo("for x & y");
    assertThat(request.header("X-api-key")).isEqualTo("very-secret-key");
    assertThat(request.header("Idempotency-key")).isEqualTo("key-1");
    assertThat(request.body()).contains("\"note\":\"x & y\"");
  }

  @Test
  void aMissingPartOfThePathIsOurBugAndNobodyIsAsked() {
    Connector acme = partner.connector("operations: { get: { call: 'GET /parcels/{$.id}' } }\n");

    assertThat(failure(acme, "get", "{}"))
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.OUR_BUG))
        .hasMessageContaining("get needs $.id");
    assertThat(partner.asked).isEmpty();
  }

  @Test
  void aFormHasTheDocumentsFields() throws Exception {
    Connector acme =
        partner.connector(
            "operations: { search: { call: POST /search, body: form, reads: true } }\n");

    call(acme, "search", "{\"a\": \"1 2\", \"b\": 3}");

    assertThat(partner.asked.get(0).body()).isEqualTo("a=1%202&b=3");
    assertThat(failure(acme, "search", "{\"a\": []}").errorClass()).isEqualTo(ErrorClass.OUR_BUG);
  }

  @Test
  void requestAndAnswerGoThroughTheirMappings() throws Exception {
    Connector acme =
        partner.connector(
            """
            operations:
              order:
                call: POST /orders
                request: acme/order.outbound
                answer: acme/receipt.inbound
            """);

    PartnerAnswer answer = call(acme, "order", "{}");

    assertThat(partner.asked.get(0).body()).isEqualTo("{\"mapped-by\":\"acme/order.outbound\"}");
    assertThat(answer.body().path("mapped-by").asText()).isEqualTo("acme/receipt.inbound");
  }

  @Test
  void errorsInsideA200AreErrors() throws Exception {
    Connector acme =
        partner.connector(
            """
            success: { where: { $.result: success } }
            errors:
              code: $.code
              message: $.message
              rules:
                - { where: { $.result: redirect }, class: OUR_BUG }
              codes: { "003001": RATE_LIMITED, E9: DECLINED }
            operations:
              read: { call: GET /r }
              write: { call: POST /w }
            """);

    partner.answers = request -> Said.of(200, "{\"result\": \"success\", \"n\": 1}");
    assertThat(call(acme, "write", "{}").body().path("n").asInt()).isEqualTo(1);
    assertThat(classOf(acme, "write", "{\"result\": \"redirect\"}")).isEqualTo(ErrorClass.OUR_BUG);
    assertThat(classOf(acme, "write", "{\"result\": \"error\", \"code\": \"003001\"}"))
        .isEqualTo(ErrorClass.RATE_LIMITED);
    assertThat(classOf(acme, "write", "{\"result\": \"error\", \"code\": \"E9\"}"))
        .isEqualTo(ErrorClass.DECLINED);
  }

  @Test
  void aCodeNobodyListedLeavesAWriteUnknownAndARefusedRead() {
    Connector acme =
        partner.connector(
            """
            success: { where: { $.result: success } }
            errors: { code: $.code, codes: { E9: DECLINED } }
            operations:
              read: { call: GET /r }
              write: { call: POST /w }
            """);
    String news = "{\"result\": \"error\", \"code\": \"NEW\", \"message\": \"?\"}";

    assertThat(classOf(acme, "write", news)).isEqualTo(ErrorClass.UNKNOWN_OUTCOME);
    assertThat(classOf(acme, "read", news)).isEqualTo(ErrorClass.CLIENT_ERROR);
  }

  @Test
  void statusesMeanWhatTheFileSaysAndElseWhatHttpMeans() {
    Connector acme =
        partner.connector(
            """
            errors: { message: $.error.text, statuses: { 409: DECLINED } }
            operations: { write: { call: POST /w } }
            """);

    partner.answers = request -> Said.of(409, "{\"error\": {\"text\": \"sold out\"}}");
    assertThat(failure(acme, "write", "{}"))
        .hasMessageEndingWith("status 409: sold out")
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.DECLINED));
    partner.answers = request -> new Said(429, "", Map.of("Retry-After", "7"));
    assertThat(failure(acme, "write", "{}").retryAfter()).contains(Duration.ofSeconds(7));
    partner.answers = request -> Said.of(503, "<html>");
    assertThat(failure(acme, "write", "{}").errorClass()).isEqualTo(ErrorClass.SERVER_ERROR);
    partner.answers = request -> Said.of(200, "<html>very-secret-key</html>");
    assertThat(failure(acme, "write", "{}"))
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.BAD_ANSWER))
        .hasMessageNotContaining("very-secret-key");
  }

  @Test
  void tooLargeIsRefusedInBothDirections() {
    Connector acme =
        partner.connector(
            """
            limits: { request-bytes: 1000, answer-bytes: 1000 }
            operations: { write: { call: POST /w } }
            """);

    assertThat(failure(acme, "write", "{\"a\": \"" + "x".repeat(2000) + "\"}").code())
        .isEqualTo("REQUEST_TOO_LARGE");
    partner.answers = request -> Said.of(200, "\"" + "x".repeat(2000) + "\"");
    assertThat(failure(acme, "write", "{}").code()).isEqualTo("ANSWER_TOO_LARGE");
  }

  @Test
  void aSharedSecretIsComparedAndNotKept() throws Exception {
    Connector acme =
        partner.connector(
            """
            notices:
              tracking:
                trust: { kind: shared-secret, field: /auth/token, secret: api-key }
                key: [ $.parcel, $.step ]
            """);

    Verified good =
        acme.notices()
            .get("tracking")
            .verify(
                notice(
                    "{\"parcel\": \"p\", \"step\": 2, \"auth\": {\"token\":"
                        + " \"very-secret-key\"}}"));

    assertThat(acme.notices().get("tracking").trust()).isEqualTo(Trust.SHARED_SECRET);
    assertThat(good.idempotencyKey()).isEqualTo("p:2");
    assertThat(good.body().toString()).doesNotContain("very-secret-key");
    assertThat(refused(acme, "{\"parcel\": \"p\", \"step\": 2}"))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(refused(acme, "{\"step\": 2, \"auth\": {\"token\": \"very-secret-key\"}}"))
        .isEqualTo(NoticeRefused.Reason.UNREADABLE);
  }

  @Test
  void theConnectionTestSaysWhatStandsInTheWay() {
    String file = "operations: { ping: { call: GET /ping } }\ntest: { operation: ping }\n";

    assertThat(partner.connector(file).test().detail()).contains("ping answered 200");
    partner.answers = request -> Said.of(401, "");
    assertThat(partner.connector(file).test().detail())
        .contains("credentials or request are not accepted");
    partner.answers = request -> Said.of(200, "<html>");
    assertThat(partner.connector(file).test().detail()).contains("something else answers there");
    partner.close();
    assertThat(partner.connector(file).test().detail())
        .contains("nobody listens there: check base-url");
    assertThat(partner.without(file).test().detail())
        .isEqualTo(
            "not configured: set entrepot.partners.a-partner-of-this-test.api-key,"
                + " entrepot.partners.a-partner-of-this-test.base-url");
    assertThat(partner.without(file).configured()).isFalse();
  }

  @Test
  void aTokenServerInTroubleIsNotTakenForAPartnerThatIsAway() {
    Connector acme =
        partner.declared(
            """
            partner: a-partner-of-this-test
            settings: { base-url: , client-id: { default: hub }, api-key: }
            auth:
              kind: oauth2-client-credentials
              token-url: ${base-url}/token
              secret: api-key
            operations: { ping: { call: GET /ping } }
            test: { operation: ping }
            """);
    partner.answers = request -> Said.of(503, "{}");

    String detail = acme.test().detail();

    assertThat(detail)
        .contains("no token", "the partner itself was not asked")
        .doesNotContain("nobody listens");
    assertThat(partner.asked).extracting(Asked::path).containsOnly("/token");
  }

  private ErrorClass classOf(Connector acme, String operation, String answer) {
    partner.answers = request -> Said.of(200, answer);
    return failure(acme, operation, "{}").errorClass();
  }

  private static RawNotice notice(String body) {
    return new RawNotice(
        "POST",
        "/webhooks/acme/tracking",
        Map.of(),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.now());
  }

  private static NoticeRefused.Reason refused(Connector acme, String body) {
    return catchThrowableOfType(
            NoticeRefused.class, () -> acme.notices().get("tracking").verify(notice(body)))
        .reason();
  }
}
