package io.entrepot.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.failure.RefusedException;
import io.entrepot.app.message.ClaimedMessage;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.InboundMessage;
import io.entrepot.app.message.InboundQueue;
import io.entrepot.app.message.MessageDetail;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InboxRouteTest {
  private static final String CALLING = "harbour-" + UUID.randomUUID();
  private static InboxNode node;

  private final Queue<String> worked = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private String partner = "harbour-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    node = InboxNode.start(nothing(), new Harbour(CALLING));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @AfterEach
  void removeRoute() throws Exception {
    CamelContext camel = node.bean(CamelContext.class);
    camel.getRouteController().stopRoute("arrival");
    camel.removeRoute("arrival");
  }

  @Test
  void aStoredNoticeRunsThroughTheRouteAndIsDone() throws Exception {
    partner = CALLING;
    addRoute();
    new Sender(node.url()).arrival(partner, "{\"id\":\"a\",\"name\":\"Kim\"}");

    MessageDetail done = awaitStatus("a", MessageStatus.DONE);
    assertThat(worked).containsExactly("a");
    assertThat(done.message().entityKey()).isEqualTo("order:a");
    assertThat(done.message().mapping()).isEqualTo("harbour/arrival.inbound");
    assertThat(done.message().mappingVersion()).isEqualTo("0123456789ab");
    assertThat(done.payload()).hasToString("{\"id\":\"a\",\"name\":\"K**\"}");
    assertThat(done.body()).hasToString("{\"canonical\":\"a\"}");
    assertThat(done.tries()).singleElement().returns(null, MessageDetail.Try::errorClass);
  }

  @Test
  void nothingFromTheWireBecomesAHeader() throws Exception {
    partner = CALLING;
    addRoute();
    Sender sender = new Sender(node.url());
    sender.post(
        partner,
        "arrival",
        BodyPublishers.ofString("{\"id\":\"headers\"}"),
        "X-Password",
        Harbour.PASSWORD,
        "CamelHttpUri",
        "http://inside.test/",
        "CamelFileName",
        "../../x");

    MessageDetail done = awaitStatus("headers", MessageStatus.DONE);
    assertThat(done.body()).hasToString("{\"canonical\":\"headers\"}");
    assertThat(worked).containsExactly("headers");
  }

  @Test
  void aPassingFailureIsTriedAgainUntilItWorks() throws Exception {
    addRoute();
    failures.put("b", 2);
    store("b");

    MessageDetail done = awaitStatus("b", MessageStatus.DONE);
    assertThat(done.message().attempts()).isEqualTo(3);
    assertThat(done.tries())
        .extracting(MessageDetail.Try::errorClass)
        .containsExactly("NOT_YET", "NOT_YET", null);
  }

  @Test
  void aRefusalThatNoTryCanChangeIsDeadAtOnceWithItsReason() throws Exception {
    addRoute();
    store("unknown-order");

    MessageDetail dead = awaitStatus("unknown-order", MessageStatus.DEAD);
    assertThat(dead.message().attempts()).isOne();
    assertThat(dead.message().errorClass()).isEqualTo("UNKNOWN_ORDER");
    assertThat(dead.message().errorText()).isEqualTo("there is no order unknown-order");
  }

  @Test
  void aPoisonedMessageHoldsUpNobody() throws Exception {
    addRoute();
    store("unknown-order");
    IntStream.range(0, 20).forEach(i -> store("k" + i));

    await().until(() -> worked.size() == 20);
  }

  @Test
  void aMessageWhoseNodeDiedInTheMiddleIsWorkedByAnother() throws Exception {
    addRoute();
    node.bean(CamelContext.class).getRouteController().stopRoute("arrival");
    UUID id = store("c");
    List<ClaimedMessage> died =
        node.bean(InboundQueue.class).claim(partner, "arrival", 1, Duration.ofMillis(100));
    assertThat(died).extracting(ClaimedMessage::id).containsExactly(id);

    node.bean(CamelContext.class).getRouteController().startRoute("arrival");

    assertThat(awaitStatus("c", MessageStatus.DONE).message().attempts()).isEqualTo(2);
    assertThat(worked).containsExactly("c");
  }

  @Test
  void twoNodesShareTheWorkAndNothingIsDoneTwice() throws Exception {
    addRoute();
    try (InboxNode second = InboxNode.start(routes(), new Harbour(partner))) {
      IntStream.range(0, 100).parallel().forEach(i -> store("k" + i));

      await().until(() -> worked.size() >= 100);
      await()
          .until(
              () ->
                  second.bean(MessageStore.class).counts().stream()
                      .filter(count -> count.partner().equals(partner))
                      .allMatch(count -> count.status() == MessageStatus.DONE));
    }
    assertThat(worked).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void aSuspendedRouteLeavesMessagesForItsReturn() throws Exception {
    addRoute();
    CamelContext camel = node.bean(CamelContext.class);
    camel.getRouteController().suspendRoute("arrival");
    UUID id = store("d");
    assertThat(node.bean(MessageStore.class).find(id).orElseThrow().status())
        .isEqualTo(MessageStatus.RECEIVED);

    camel.getRouteController().resumeRoute("arrival");

    awaitStatus("d", MessageStatus.DONE);
  }

  private void addRoute() throws Exception {
    node.bean(CamelContext.class).addRoutes(routes());
  }

  private static RouteBuilder nothing() {
    return new RouteBuilder() {
      @Override
      public void configure() {}
    };
  }

  private RouteBuilder routes() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("inbox:" + partner + ".arrival?concurrency=3")
            .routeId("arrival")
            .process(InboxRouteTest.this::work);
      }
    };
  }

  /** Stands for a mapping and a command. */
  private void work(Exchange exchange) {
    String id = exchange.getMessage().getBody(JsonNode.class).path("id").asText();
    exchange.setProperty(HopProperty.ENTITY_KEY, "order:" + id);
    if (id.equals("unknown-order")) {
      throw new RefusedException("UNKNOWN_ORDER", "there is no order " + id, false);
    }
    if (failures.merge(id, -1, Integer::sum) >= 0) {
      throw new RefusedException("NOT_YET", "come again", true);
    }
    assertThat(exchange.getMessage().getHeaders()).isEmpty();
    exchange.setProperty(HopProperty.MAPPING, "harbour/arrival.inbound");
    exchange.setProperty(HopProperty.MAPPING_VERSION, "0123456789ab");
    exchange.getMessage().setBody(new ObjectMapper().createObjectNode().put("canonical", id));
    worked.add(id);
  }

  private UUID store(String id) {
    return node.bean(MessageStore.class)
        .inbound(
            new InboundMessage(
                partner, "arrival", id, new ObjectMapper().createObjectNode().put("id", id)))
        .id();
  }

  private MessageDetail awaitStatus(String key, MessageStatus status) {
    MessageStore store = node.bean(MessageStore.class);
    MessageView found =
        await()
            .until(
                () ->
                    store.latest(500).stream()
                        .filter(m -> m.partner().equals(partner))
                        .filter(m -> m.idempotencyKey().equals(key) && m.status() == status)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    return store.detail(found.id()).orElseThrow();
  }
}
