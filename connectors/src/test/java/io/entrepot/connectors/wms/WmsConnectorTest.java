package io.entrepot.connectors.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Verified;
import io.entrepot.connectors.spi.sandbox.FakeHub;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WmsConnectorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path books;
  private final FakeHub hub = new FakeHub(Answer.json("{}"));
  private WmsConnector connector;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        RunningSandbox.of(
            books,
            hub::url,
            Clock.systemUTC(),
            source -> {
              connector = new WmsConnector(source);
              return Stream.of(connector);
            });
    sandbox.set("wms", "sandbox-ship-delay-millis", "20");
  }

  @AfterEach
  void stop() {
    sandbox.close();
    hub.close();
  }

  @Test
  void acceptedShipmentIsReportedByASignedWebhook() throws Exception {
    PartnerAnswer answer = create("order-1", 2);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("status").asText()).isEqualTo("ACCEPTED");

    await().until(() -> hub.notices().size() == 1);
    RawNotice notice = hub.notices().get(0);
    Verified verified = endpoint().verify(notice);

    assertThat(notice.path()).isEqualTo("/webhooks/wms/shipment");
    assertThat(verified.idempotencyKey()).isEqualTo("shipment.shipped:order-1:1");
    assertThat(verified.body().path("shipment_id")).isEqualTo(answer.body().path("shipment_id"));
    assertThat(verified.body().path("carrier").asText()).isEqualTo("04");
    assertThat(verified.body().path("tracking_no").asText()).matches("[0-9]{12}");
    assertThat(verified.body().path("shipped_at").asText()).endsWith("+09:00");
    assertThat(verified.body().path("lines").path(0).path("qty").asInt()).isEqualTo(2);
  }

  @Test
  void sameOrderAgainHearsTheSameAndShipsOnce() throws Exception {
    PartnerAnswer first = create("order-1", 1);

    assertThat(create("order-1", 1).body()).isEqualTo(first.body());
    await().until(() -> sandbox.count("wms", "reported") == 1);
    assertThat(sandbox.count("wms", "accepted")).isEqualTo(1);
    assertThat(hub.notices()).hasSize(1);
  }

  @Test
  void sameOrderNumberWithOtherContentIsRefused() throws Exception {
    create("order-1", 1);

    PartnerException refused =
        catchThrowableOfType(PartnerException.class, () -> create("order-1", 2));

    assertThat(refused.code()).isEqualTo("ORDER_NO_TAKEN");
    assertThat(refused.errorClass()).isEqualTo(ErrorClass.CLIENT_ERROR);
  }

  @Test
  void shipmentThatCannotBePackedIsRefused() {
    PartnerException refused =
        catchThrowableOfType(PartnerException.class, () -> create("order-1", 0));

    assertThat(refused.code()).isEqualTo("INVALID_SHIPMENT");
    assertThat(sandbox.count("wms", "accepted")).isZero();
  }

  @Test
  void wrongKeyIsOurBug() {
    assertThat(connector.test().ok()).isTrue();
    PartnerSettings wrong =
        PartnerSettings.of(
            "wms", Map.of("base-url", sandbox.setting("wms", "base-url"), "api-key", "k-another"));

    assertThat(new WmsConnector(id -> wrong).test().detail())
        .contains("UNAUTHORIZED")
        .doesNotContain("k-another");
  }

  @Test
  void webhookWaitsForTheHub() throws Exception {
    hub.stop();
    create("order-1", 1);
    await().until(() -> sandbox.count("wms", "shipped") == 1);

    hub.start();

    await().until(() -> sandbox.count("wms", "reported") == 1);
  }

  @Test
  void webhookIsSentAfterARestartOfTheWarehouse() throws Exception {
    hub.stop();
    create("order-1", 1);
    await().until(() -> sandbox.count("wms", "shipped") == 1);
    sandbox.stop();

    hub.start();
    sandbox.start();

    await().until(() -> hub.notices().size() == 1);
    assertThat(create("order-1", 1).body().path("shipment_id").asText()).isEqualTo("WS-000001");
  }

  @Test
  void troubleOfTheWebhookIsToldApart() throws Exception {
    sandbox.fault("wms", "notice-forged", 1);
    sandbox.fault("wms", "notice-twice", 1);
    create("order-1", 1);
    await().until(() -> sandbox.count("wms", "reported") == 1);

    assertThat(hub.notices()).hasSize(3);
    assertThat(refusal(hub.notices().get(0))).isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(endpoint().verify(hub.notices().get(1)).idempotencyKey())
        .isEqualTo(endpoint().verify(hub.notices().get(2)).idempotencyKey());
  }

  private NoticeRefused.Reason refusal(RawNotice notice) {
    return catchThrowableOfType(NoticeRefused.class, () -> endpoint().verify(notice)).reason();
  }

  private NoticeEndpoint endpoint() {
    return connector.notices().get("shipment");
  }

  private PartnerAnswer create(String orderNo, int qty) throws Exception {
    JsonNode order =
        JSON.readTree(
            """
            {"order_no": "%s", "receiver": {"name": "김서연", "country": "KR"},
             "lines": [{"line_no": 1, "sku": "KNIT-01-M", "qty": %d}]}
            """
                .formatted(orderNo, qty));
    return connector
        .operations()
        .get("create-shipment")
        .call(new PartnerCall(order, orderNo, UUID.randomUUID(), Duration.ofSeconds(10)));
  }
}
