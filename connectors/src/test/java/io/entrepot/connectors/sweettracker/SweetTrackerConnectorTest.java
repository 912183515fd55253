package io.entrepot.connectors.sweettracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Verified;
import io.entrepot.connectors.spi.sandbox.FakeHub;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweetTrackerConnectorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INVOICE = "689900000001";

  @TempDir Path books;
  private final FakeHub hub = new FakeHub(Answer.json("{\"code\":true,\"message\":\"success\"}"));
  private SweetTrackerConnector connector;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        RunningSandbox.of(
            books,
            hub::url,
            Clock.systemUTC(),
            source -> {
              connector = new SweetTrackerConnector(source);
              return Stream.of(connector);
            });
    sandbox.set("sweettracker", "sandbox-step-millis", "5");
  }

  @AfterEach
  void stop() {
    sandbox.close();
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "json"})
  void registeredParcelIsFollowedUntilItIsDelivered(String format) throws Exception {
    sandbox.set("sweettracker", "sandbox-callback-format", format);

    register("04", INVOICE);

    await().until(() -> sandbox.count("sweettracker", "delivered") == 1);
    List<String> levels = new ArrayList<>();
    for (RawNotice notice : hub.notices()) {
      JsonNode body = endpoint().verify(notice).body();
      assertThat(notice.path()).isEqualTo("/webhooks/sweettracker/tracking");
      assertThat(body.path("fid").asText()).isEqualTo("shipment-1");
      assertThat(body.has("secret_value")).isFalse();
      levels.add(body.path("level").asText());
    }
    assertThat(levels).containsExactly("2", "3", "4", "5", "6");
  }

  @Test
  void registeredAgainItIsFollowedOnce() throws Exception {
    register("04", INVOICE);
    register("04", INVOICE);

    await().until(() -> sandbox.count("sweettracker", "delivered") == 1);
    assertThat(hub.notices()).hasSize(5);
  }

  @Test
  void trackingInfoTellsTheSameWay() throws Exception {
    register("04", INVOICE);
    await().until(() -> sandbox.count("sweettracker", "delivered") == 1);

    JsonNode info = call("tracking-info", "04", INVOICE);

    assertThat(info.path("complete").asBoolean()).isTrue();
    assertThat(info.path("level").asInt()).isEqualTo(6);
    assertThat(info.path("trackingDetails")).hasSize(5);
    assertThat(info.path("trackingDetails").path(0).path("code").isNull()).isTrue();
  }

  @Test
  void unknownNumberIsAnErrorThoughTheStatusIs200() {
    PartnerException refused =
        catchThrowableOfType(
            PartnerException.class, () -> call("tracking-info", "04", "999999999999"));

    assertThat(refused.code()).isEqualTo("104");
    assertThat(refused.errorClass()).isEqualTo(ErrorClass.CLIENT_ERROR);
  }

  @Test
  void unknownCarrierIsNotRegistered() {
    PartnerException refused =
        catchThrowableOfType(PartnerException.class, () -> register("99", INVOICE));

    assertThat(refused.code()).isEqualTo("NOT_REGISTERED");
  }

  @Test
  void wrongKeyIsOurBugAndNeverShown() {
    assertThat(connector.test().ok()).isTrue();
    PartnerSettings wrong =
        PartnerSettings.of(
            "sweettracker",
            Map.of(
                "base-url", sandbox.setting("sweettracker", "base-url"),
                "callback-url", "http://hub.test/x",
                "api-key", "k-another"));

    assertThat(new SweetTrackerConnector(id -> wrong).test().detail())
        .contains("101")
        .doesNotContain("k-another");
  }

  @Test
  void parcelMovesOnAfterARestart() throws Exception {
    hub.stop();
    register("04", INVOICE);
    await().until(() -> sandbox.books("sweettracker").path("total").asLong() == 6);
    sandbox.stop();

    hub.start();
    sandbox.start();

    await().until(() -> sandbox.count("sweettracker", "delivered") == 1);
    await().until(() -> sandbox.count("sweettracker", "pushed") == 5);
    assertThat(hub.notices()).hasSize(5);
  }

  @Test
  void twiceAndOutOfOrderIsKnownByTheKey() throws Exception {
    sandbox.fault("sweettracker", "notice-twice", 1);
    sandbox.fault("sweettracker", "notice-out-of-order", 1);
    register("04", INVOICE);
    await().until(() -> sandbox.count("sweettracker", "pushed") == 5);

    List<String> levels = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (RawNotice notice : hub.notices()) {
      Verified verified = endpoint().verify(notice);
      keys.add(verified.idempotencyKey());
      levels.add(verified.body().path("level").asText());
    }
    assertThat(levels).containsExactly("3", "3", "2", "4", "5", "6");
    assertThat(keys.stream().distinct()).hasSize(5);
  }

  @Test
  void callbackWithoutTheSecretIsNotTrusted() throws Exception {
    sandbox.fault("sweettracker", "notice-forged", 1);
    register("04", INVOICE);
    await().until(() -> sandbox.count("sweettracker", "delivered") == 1);

    assertThat(refusal(hub.notices().get(0))).isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(refusal(notice("application/json", "{\"level\":\"6\"}")))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
  }

  @Test
  void callbackThatIsNoneIsUnreadable() {
    String secret = sandbox.setting("sweettracker", "callback-secret");

    for (String body : List.of("{broken", "[]", "\"text\"", "")) {
      assertThat(refusal(notice("application/json", body)))
          .as(body)
          .isEqualTo(NoticeRefused.Reason.UNREADABLE);
    }
    assertThat(refusal(notice("application/json", "{\"secret_value\":\"" + secret + "\"}")))
        .isEqualTo(NoticeRefused.Reason.UNREADABLE);
    assertThat(refusal(notice("application/x-www-form-urlencoded", "secret_value=%zz")))
        .isEqualTo(NoticeRefused.Reason.UNREADABLE);
  }

  private NoticeRefused.Reason refusal(RawNotice notice) {
    return catchThrowableOfType(NoticeRefused.class, () -> endpoint().verify(notice)).reason();
  }

  private static RawNotice notice(String contentType, String body) {
    return new RawNotice(
        "POST",
        "/",
        Map.of("Content-type", List.of(contentType)),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH);
  }

  private NoticeEndpoint endpoint() {
    return connector.notices().get("tracking");
  }

  private void register(String carrier, String invoice) throws Exception {
    call("add-invoice", carrier, invoice);
  }

  private JsonNode call(String operation, String carrier, String invoice) throws Exception {
    JsonNode body =
        JSON.createObjectNode()
            .put("fid", "shipment-1")
            .put("comcode", carrier)
            .put("invoice_no", invoice);
    return connector
        .operations()
        .get(operation)
        .call(new PartnerCall(body, "key-1", UUID.randomUUID(), Duration.ofSeconds(10)))
        .body();
  }
}
