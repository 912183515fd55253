package io.entrepot.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.MessageDetail;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.message.StoreNode;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PartnerComponentTest {
  private static final String CREATE = "partner:wms/create-shipment";

  private static ConfigurableApplicationContext node;

  private final UUID order = UUID.randomUUID();
  private final FakePartner wms = new FakePartner("wms", "create-shipment");
  private final PartnerHealth health = new PartnerHealth(Clock.systemUTC());
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeAll
  static void startStore() {
    node = StoreNode.start(WebApplicationType.NONE, Map.of());
  }

  @AfterAll
  static void stopStore() {
    node.close();
  }

  @BeforeEach
  void start() {
    PartnerCalls calls =
        new PartnerCalls(
            store(),
            new TransactionTemplate(node.getBean(PlatformTransactionManager.class)),
            new PartnerLimits(),
            health,
            Clock.systemUTC());
    camel.addComponent("partner", new PartnerComponent(new PartnerRegistry(List.of(wms)), calls));
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aCallIsJournaledWithItsAnswer() {
    Exchange exchange = call("first", 1);

    assertThat(exchange.getMessage().getBody(JsonNode.class)).isEqualTo(json("ok", true));
    MessageView message = message();
    assertThat(message.status()).isEqualTo(MessageStatus.DONE);
    assertThat(message.entityKey()).isEqualTo("order:" + order);
    assertThat(message.mapping()).isEqualTo("wms/shipment.outbound");
    assertThat(message.mappingVersion()).isEqualTo("abc");
    MessageDetail detail = store().detail(message.id()).orElseThrow();
    assertThat(detail.result()).isEqualTo(json("ok", true));
    assertThat(detail.tries())
        .singleElement()
        .satisfies(t -> assertThat(t.answerStatus()).isEqualTo(201));
    assertThat(wms.calls().get(0).timeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRetryIsTheSameMessageWithTheSameKey() {
    wms.failing(FakePartner.down());

    assertThat(call("again", 1).getException()).isInstanceOf(PartnerException.class);
    assertThat(message().status()).isEqualTo(MessageStatus.RETRY);
    assertThat(message().errorClass()).isEqualTo("REFUSED_CONNECTION");
    call("again", 2);

    assertThat(message().status()).isEqualTo(MessageStatus.DONE);
    assertThat(message().attempts()).isEqualTo(2);
    assertThat(wms.calls())
        .hasSize(2)
        .extracting(call -> call.idempotencyKey())
        .containsOnly("again-" + order + ":create-shipment");
  }

  @Test
  void whatWasDeliveredIsNotSentAgain() {
    call("once", 1);
    Exchange second = call("once", 2);

    assertThat(second.getException()).isNull();
    assertThat(wms.calls()).hasSize(1);
    assertThat(message().attempts()).isEqualTo(1);
  }

  @Test
  void whatNobodyTriesAgainIsDead() {
    wms.failing(FakePartner.down());

    call("single", null);

    assertThat(message().status()).isEqualTo(MessageStatus.DEAD);
  }

  @Test
  void aConnectorsOwnMistakeIsOurBugAndTellsNothingOfThePayload() {
    wms.failing(new IllegalStateException("Hong Gildong, 010-1234-5678"));

    call("bug", 1);

    assertThat(message().errorClass()).isEqualTo(ErrorClass.OUR_BUG.name());
    assertThat(message().errorText()).contains("IllegalStateException").doesNotContain("Gildong");
  }

  @Test
  void healthTellsHowThePartnerAnsweredLast() {
    assertThat(health.of("wms").up()).isNull();

    call("good", 1);
    assertThat(health.of("wms").up()).isTrue();

    wms.failing(FakePartner.down());
    call("bad", 1);
    assertThat(health.of("wms").up()).isFalse();
    assertThat(health.of("wms").lastError()).contains("nobody listens");
    assertThat(health.of("wms").calls()).isEqualTo(2);
  }

  @Test
  void anUnknownOperationIsRefusedWithThoseThatExist() {
    assertThatThrownBy(() -> camel.getEndpoint("partner:wms/destroy"))
        .hasRootCauseMessage(
            "partner://wms/destroy: wms has no operation 'destroy' but [create-shipment]");
  }

  @Test
  void anUnknownPartnerIsRefused() {
    assertThatThrownBy(() -> camel.getEndpoint("partner:nobody/x"))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private Exchange call(String key, Integer attempt) {
    return camel
        .createProducerTemplate()
        .request(
            CREATE,
            exchange -> {
              exchange.getMessage().setBody(json("order_no", 1));
              exchange.setProperty(HopProperty.CORRELATION_ID, order);
              exchange.setProperty(HopProperty.ENTITY_KEY, "order:" + order);
              exchange.setProperty(HopProperty.IDEMPOTENCY_KEY, key + "-" + order);
              exchange.setProperty(HopProperty.MAPPING, "wms/shipment.outbound");
              exchange.setProperty(HopProperty.MAPPING_VERSION, "abc");
              exchange.setProperty(HopProperty.ATTEMPT, attempt);
            });
  }

  private MessageView message() {
    List<MessageView> messages = store().byCorrelation(order);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private static MessageStore store() {
    return node.getBean(MessageStore.class);
  }

  private static JsonNode json(String name, Object value) {
    return new JsonMapper().valueToTree(Map.of(name, value));
  }
}
