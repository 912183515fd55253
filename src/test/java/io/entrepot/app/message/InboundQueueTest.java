package io.entrepot.app.message;

import static io.entrepot.app.message.MessageStoreTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboundQueueTest {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static ConfigurableApplicationContext node;
  private static MessageStore store;
  private static InboundQueue queue;

  private final String partner = "q-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    node =
        StoreNode.start(
            WebApplicationType.NONE,
            Map.of("entrepot.keys.file", "", "entrepot.profile", "development"));
    store = node.getBean(MessageStore.class);
    queue = node.getBean(InboundQueue.class);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void messagesAreTakenInTheOrderOfArrival() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(arrive("k" + i));
    }

    assertThat(claim(3))
        .extracting(ClaimedMessage::id)
        .containsExactlyElementsOf(ids.subList(0, 3));
    assertThat(claim(3))
        .extracting(ClaimedMessage::id)
        .containsExactlyElementsOf(ids.subList(3, 5));
    assertThat(claim(3)).isEmpty();
  }

  @Test
  void workersShareTheMessagesWithoutTakingAnyTwice() throws Exception {
    for (int i = 0; i < 200; i++) {
      arrive("k" + i);
    }
    ExecutorService workers = Executors.newFixedThreadPool(8);
    AtomicInteger taken = new AtomicInteger();

    List<Future<List<UUID>>> shares = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      shares.add(workers.submit(() -> takeAll(taken)));
    }

    Set<UUID> all = new HashSet<>();
    for (Future<List<UUID>> share : shares) {
      all.addAll(share.get());
    }
    workers.shutdown();
    assertThat(taken).hasValue(200);
    assertThat(all).hasSize(200);
  }

  private List<UUID> takeAll(AtomicInteger taken) {
    List<UUID> mine = new ArrayList<>();
    for (List<ClaimedMessage> some = claim(3); !some.isEmpty(); some = claim(3)) {
      some.forEach(message -> mine.add(message.id()));
      taken.addAndGet(some.size());
    }
    return mine;
  }

  @Test
  void aMessageWhoseWorkerDiedIsTakenAgainAndTheDeadOnesWordIsNotHeard() {
    UUID id = arrive("k");
    ClaimedMessage dead = queue.claim(partner, "d", 1, Duration.ofMillis(50)).get(0);

    ClaimedMessage again = await().until(() -> claim(1), list -> !list.isEmpty()).get(0);

    assertThat(again.id()).isEqualTo(id);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(queue.done(dead, outcome(dead))).isFalse();
    assertThat(queue.retry(dead, outcome(dead), Duration.ZERO)).isFalse();
    assertThat(queue.done(again, outcome(again))).isTrue();
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(MessageStatus.DONE);
    assertThat(store.detail(id).orElseThrow().tries()).hasSize(1);
  }

  @Test
  void aProlongedClaimIsNotTakenByOthers() {
    arrive("k");
    ClaimedMessage mine = queue.claim(partner, "d", 1, Duration.ofMillis(200)).get(0);

    queue.extend(List.of(mine), LEASE);

    await().during(Duration.ofMillis(400)).until(() -> claim(1).isEmpty());
    assertThat(queue.done(mine, outcome(mine))).isTrue();
  }

  @Test
  void aRetryComesAfterItsDelayAndNotBefore() {
    UUID id = arrive("k");
    ClaimedMessage first = claim(1).get(0);
    queue.retry(first, failed(first, "DATABASE", "away"), Duration.ofMillis(300));

    assertThat(claim(1)).isEmpty();
    assertThat(store.find(id).orElseThrow().errorClass()).isEqualTo("DATABASE");
    ClaimedMessage second = await().until(() -> claim(1), list -> !list.isEmpty()).get(0);
    queue.done(second, outcome(second));

    assertThat(store.find(id).orElseThrow().errorClass()).isNull();
    assertThat(store.detail(id).orElseThrow().tries()).hasSize(2);
  }

  @Test
  void aDeadMessageIsNotTakenAgain() {
    UUID id = arrive("k");
    ClaimedMessage claimed = claim(1).get(0);
    queue.dead(claimed, failed(claimed, "MAPPING", "no code 'X'"));

    assertThat(claim(1)).isEmpty();
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(MessageStatus.DEAD);
  }

  @Test
  void messagesOfOneOrderWaitForEachOtherAndOthersDoNot() {
    UUID first = arrive("k1", "order:1");
    UUID second = arrive("k2", "order:1");
    UUID stranger = arrive("k3", "order:2");

    List<ClaimedMessage> now = claim(10);
    assertThat(now).extracting(ClaimedMessage::id).containsExactly(first, stranger);
    assertThat(claim(10)).isEmpty();
    queue.done(now.get(0), outcome(now.get(0)));

    assertThat(claim(10)).extracting(ClaimedMessage::id).containsExactly(second);
  }

  @Test
  void aTamperedMessageDiesAloneWithAReason() {
    UUID tampered = arrive("k1");
    UUID sound = arrive("k2");
    node.getBean(JdbcClient.class)
        .sql(
            "UPDATE message.message SET payload = set_byte(payload, length(payload) - 1,"
                + " get_byte(payload, length(payload) - 1) # 1) WHERE id = ?")
        .param(tampered)
        .update();

    assertThat(claim(10)).extracting(ClaimedMessage::id).containsExactly(sound);

    MessageView dead = store.find(tampered).orElseThrow();
    assertThat(dead.status()).isEqualTo(MessageStatus.DEAD);
    assertThat(dead.errorClass()).isEqualTo("UNREADABLE");
    assertThat(dead.errorText()).contains("was changed");
    assertThat(store.detail(tampered).orElseThrow().payload().asText()).startsWith("unreadable: ");
  }

  private UUID arrive(String key) {
    return arrive(key, null);
  }

  private UUID arrive(String key, String entity) {
    UUID correlation = entity == null ? null : UUID.randomUUID();
    return store
        .inbound(new InboundMessage(partner, "d", key, json("{}"), correlation, entity))
        .id();
  }

  private List<ClaimedMessage> claim(int limit) {
    return queue.claim(partner, "d", limit, LEASE);
  }

  private static Outcome outcome(ClaimedMessage message) {
    return failed(message, null, null);
  }

  private static Outcome failed(ClaimedMessage message, String errorClass, String text) {
    return new Outcome(
        Instant.now(),
        Duration.ofMillis(1),
        message.correlationId(),
        message.entityKey(),
        "m",
        "v",
        json("{}"),
        errorClass,
        text);
  }
}
