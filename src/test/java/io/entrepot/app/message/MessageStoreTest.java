package io.entrepot.app.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MessageStoreTest {
  private static final JsonNode NAMED = json("{'receiver':{'name':'Hong Gildong'},'qty':1.50}");

  private static ConfigurableApplicationContext node;
  private static ConfigurableApplicationContext other;
  private static MessageStore store;
  private static JdbcClient jdbc;

  private final String partner = "p-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    node = StoreNode.start(WebApplicationType.NONE, props());
    other = StoreNode.start(WebApplicationType.NONE, props());
    store = node.getBean(MessageStore.class);
    jdbc = node.getBean(JdbcClient.class);
  }

  @AfterAll
  static void stop() {
    node.close();
    other.close();
  }

  @Test
  void anInboundMessageIsFoundAsItCameButMasked() {
    Stored stored = store.inbound(new InboundMessage(partner, "order", "k1", NAMED));

    MessageDetail detail = store.detail(stored.id()).orElseThrow();
    assertThat(stored.duplicate()).isFalse();
    assertThat(detail.message().status()).isEqualTo(MessageStatus.RECEIVED);
    assertThat(detail.message().correlationId()).isEqualTo(stored.id());
    assertThat(detail.payload()).hasToString("{\"receiver\":{\"name\":\"H**\"},\"qty\":1.50}");
  }

  @Test
  void nothingReadableIsOnTheDisk() {
    UUID id = store.inbound(new InboundMessage(partner, "order", "k1", NAMED)).id();

    byte[] sealed =
        jdbc.sql("SELECT payload FROM message.message WHERE id = ?")
            .param(id)
            .query(byte[].class)
            .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Gildong", "qty");
  }

  @Test
  void theSameNoticeFromManyCallersOnTwoNodesIsStoredOnce() throws Exception {
    int callers = 40;
    CountDownLatch go = new CountDownLatch(1);
    List<Callable<Stored>> calls =
        IntStream.range(0, callers)
            .mapToObj(
                i ->
                    (Callable<Stored>)
                        () -> {
                          go.await();
                          return (i % 2 == 0 ? node : other)
                              .getBean(MessageStore.class)
                              .inbound(new InboundMessage(partner, "order", "same", NAMED));
                        })
            .toList();
    ExecutorService pool = Executors.newFixedThreadPool(callers);

    List<Future<Stored>> answers = calls.stream().map(pool::submit).toList();
    go.countDown();

    Set<UUID> ids = new HashSet<>();
    int first = 0;
    for (Future<Stored> answer : answers) {
      ids.add(answer.get().id());
      first += answer.get().duplicate() ? 0 : 1;
    }
    pool.shutdown();
    assertThat(ids).hasSize(1);
    assertThat(first).isOne();
    assertThat(rows()).isOne();
  }

  @Test
  void manyDifferentNoticesAtOnceAreAllStored() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(32);
    List<Future<Stored>> answers =
        IntStream.range(0, 500)
            .mapToObj(i -> new InboundMessage(partner, "order", "k" + i, NAMED))
            .map(message -> pool.submit(() -> store.inbound(message)))
            .toList();

    for (Future<Stored> answer : answers) {
      assertThat(answer.get().duplicate()).isFalse();
    }
    pool.shutdown();
    assertThat(rows()).isEqualTo(500);
  }

  @Test
  void whatIsAnsweredStaysThoughTheCallersTransactionRollsBack() {
    TransactionTemplate transaction =
        new TransactionTemplate(node.getBean(PlatformTransactionManager.class));

    UUID id =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return store.inbound(new InboundMessage(partner, "order", "k1", NAMED)).id();
            });

    assertThat(store.find(id)).isPresent();
  }

  @Test
  void anUnusableIdempotencyKeyIsRefused() {
    for (String key : List.of("", " ", "a\u0000b", "x".repeat(301))) {
      assertThatThrownBy(() -> new InboundMessage(partner, "order", key, NAMED))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anOutboundMessageKeepsItsTriesAndAnswer() {
    UUID id = store.outbound(outbound("k1")).id();

    store.attempt(id, Attempt.failed(Instant.now(), Duration.ofMillis(12), "TIMEOUT", "no answer"));
    store.failed(id, "TIMEOUT", "no answer for kim@shop.test", false);
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(MessageStatus.RETRY);
    assertThat(store.find(id).orElseThrow().errorText()).isEqualTo("no answer for ***@***");
    store.attempt(
        id, Attempt.answered(Instant.now(), Duration.ofMillis(3), 201, json("{'id':'S1'}")));
    store.succeeded(id, json("{'id':'S1'}"));

    MessageDetail detail = store.detail(id).orElseThrow();
    assertThat(detail.message().status()).isEqualTo(MessageStatus.DONE);
    assertThat(detail.message().attempts()).isEqualTo(2);
    assertThat(detail.message().errorClass()).isNull();
    assertThat(detail.tries())
        .extracting(MessageDetail.Try::no, MessageDetail.Try::errorClass)
        .containsExactly(tuple(1, "TIMEOUT"), tuple(2, null));
    assertThat(detail.result()).hasToString("{\"id\":\"S1\"}");
  }

  @Test
  void theSameOutboundMessageAgainIsTheFirstOne() {
    Stored first = store.outbound(outbound("k1"));
    store.succeeded(first.id(), json("{}"));

    Stored again = store.outbound(outbound("k1"));

    assertThat(again).isEqualTo(new Stored(first.id(), true, MessageStatus.DONE));
    assertThat(again.done()).isTrue();
  }

  @Test
  void aMessageThatIsDoneOrDeadGoesNowhere() {
    UUID done = store.outbound(outbound("k1")).id();
    store.succeeded(done, json("{}"));
    store.succeeded(done, json("{}"));
    UUID dead = store.outbound(outbound("k2")).id();
    store.failed(dead, "CLIENT_ERROR", "no", true);

    assertThatThrownBy(() -> store.failed(done, "TIMEOUT", "late", false))
        .isInstanceOf(IllegalTransition.class)
        .hasMessage("message " + done + " is DONE and cannot become RETRY");
    assertThatThrownBy(() -> store.succeeded(dead, json("{}")))
        .isInstanceOf(IllegalTransition.class);
    assertThatThrownBy(
            () -> store.attempt(dead, Attempt.failed(Instant.now(), Duration.ZERO, "X", "x")))
        .isInstanceOf(IllegalTransition.class);
    assertThatThrownBy(() -> store.succeeded(UUID.randomUUID(), json("{}")))
        .hasMessageContaining("there is no message");
  }

  @Test
  void theMessagesOfAnOrderAreFoundInBothDirections() {
    UUID order = UUID.randomUUID();
    UUID in = store.inbound(new InboundMessage(partner, "order", "k1", NAMED)).id();
    store.correlate(in, order, "order:" + order);
    UUID out =
        store
            .outbound(
                new OutboundMessage(partner, "ship", "k1", order, "order:" + order, json("{}")))
            .id();

    assertThat(store.byCorrelation(order)).extracting(MessageView::id).containsExactly(in, out);
    assertThat(store.find(in).orElseThrow().entityKey()).isEqualTo("order:" + order);
  }

  @Test
  void aListIsFilteredAndPagedFromTheNewest() {
    List<UUID> ids =
        IntStream.range(0, 5)
            .mapToObj(i -> store.inbound(new InboundMessage(partner, "order", "k" + i, NAMED)).id())
            .toList();
    store.outbound(outbound("k1"));

    List<MessageView> first = store.list(inbound(null, 3));
    List<MessageView> second = store.list(inbound(first.get(2).id(), 3));

    assertThat(first).extracting(MessageView::id).isSubsetOf(ids).hasSize(3);
    assertThat(second).extracting(MessageView::id).isSubsetOf(ids).hasSize(2);
    assertThat(first)
        .extracting(MessageView::id)
        .doesNotContainAnyElementsOf(second.stream().map(MessageView::id).toList());
  }

  @Test
  void countsTellWhatStandsWhere() {
    store.outbound(outbound("k1"));
    store.outbound(outbound("k2"));
    store.inbound(new InboundMessage(partner, "order", "k1", NAMED));

    Map<String, Long> counts =
        store.counts().stream()
            .filter(count -> count.partner().equals(partner))
            .collect(
                Collectors.toMap(
                    c -> c.direction() + " " + c.document() + " " + c.status(),
                    MessageCount::count));
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("OUT ship PROCESSING", 2L, "IN order RECEIVED", 1L));
  }

  private MessageFilter inbound(UUID before, int limit) {
    return new MessageFilter(Direction.IN, null, partner, "order", null, before, limit);
  }

  private OutboundMessage outbound(String key) {
    return new OutboundMessage(
        partner, "ship", key, UUID.randomUUID(), null, NAMED, "p/ship.outbound", "abc", NAMED);
  }

  private long rows() {
    return jdbc.sql("SELECT count(*) FROM message.message WHERE partner = ?")
        .param(partner)
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> props() {
    return Map.of("entrepot.keys.file", "", "entrepot.profile", "development");
  }

  static JsonNode json(String text) {
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
