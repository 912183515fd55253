package io.entrepot.app.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.event.Delivery.FailedTry;
import io.entrepot.app.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventReadersTest {
  private static final Failure AWAY =
      new Failure("REFUSED_CONNECTION", "nobody there", true, Optional.empty());
  private static final Failure WRONG =
      new Failure("CLIENT_ERROR", "not like this", false, Optional.empty());

  private final EventTables tables = new EventTables();
  private final List<EventReaders> nodes = new ArrayList<>();
  private final Map<String, List<Integer>> received = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    nodes.forEach(EventReaders::destroy);
    tables.close();
  }

  @Test
  void everyEventArrivesOnceAndInTheOrderOfItsKey() {
    write(20, 0, 25);
    node("one").start("wms/shipment.outbound", "test.happened", true, this::receive);
    write(20, 25, 50);

    await().atMost(120, SECONDS).until(() -> total() == 1000);

    assertOrder(20, 50);
    await().until(() -> position("wms/shipment.outbound") == tables.log.head());
  }

  @Test
  void aSubscriptionThatStartsNowLeavesOutWhatWas() {
    write(1, 5);
    node("one").start("late", "test.happened", false, this::receive);
    tables.append("order:0", 99);

    await().until(() -> total() == 1);

    assertThat(received.get("order:0")).containsExactly(99);
  }

  @Test
  void aFailingKeyParksItselfAndNobodyElse() {
    write(5, 10);
    CountDownLatch healed = new CountDownLatch(1);
    node("one")
        .start(
            "wms",
            "test.happened",
            true,
            (event, attempt) ->
                event.entityKey().equals("order:2") && healed.getCount() > 0
                    ? failed(AWAY)
                    : receive(event, attempt));

    await().until(() -> total() == 40);
    assertThat(received).doesNotContainKey("order:2");

    healed.countDown();
    await().until(() -> total() == 50);
    assertOrder(5, 10);
    await().until(() -> tables.count("SELECT count(*) FROM outbox.parked") == 0);
  }

  @Test
  void whatCannotSucceedIsDeadAtOnceAndItsKeyWaitsBehindIt() {
    List<Boolean> settled = new CopyOnWriteArrayList<>();
    write(2, 3);
    node("one")
        .start(
            "wms",
            "test.happened",
            true,
            (event, attempt) ->
                event.entityKey().equals("order:0")
                    ? Optional.of(new FailedTry(WRONG, settled::add))
                    : receive(event, attempt));

    await().until(() -> tables.count("SELECT count(*) FROM outbox.parked") == 3);
    await().until(() -> total() == 3);

    assertThat(settled).containsExactly(true);
    assertThat(
            tables.jdbc.queryForMap(
                "SELECT attempts, dead, error_class, error_text FROM outbox.parked WHERE dead"))
        .containsEntry("attempts", 1)
        .containsEntry("error_class", "CLIENT_ERROR")
        .containsEntry("error_text", "not like this");
  }

  @Test
  void triesAreBoundedAndTheLastOneSaysSo() {
    List<Boolean> settled = new CopyOnWriteArrayList<>();
    tables.append("order:0", 1);
    node("one")
        .start(
            "wms",
            "test.happened",
            true,
            (event, attempt) -> Optional.of(new FailedTry(AWAY, settled::add)));

    await().until(() -> tables.count("SELECT count(*) FROM outbox.parked WHERE dead") == 1);

    assertThat(settled).containsExactly(false, false, false, false, true);
  }

  @Test
  void aNodeThatDiesInTheMiddleLosesNothingAndKeepsTheOrder() {
    write(10, 20);
    EventReaders dying = node("one");
    dying.start(
        "wms",
        "test.happened",
        true,
        (event, attempt) -> {
          if (total() >= 60) {
            dying.destroy();
          }
          return receive(event, attempt);
        });
    await().until(() -> total() >= 60);

    node("two").start("wms", "test.happened", true, this::receive);

    await()
        .atMost(120, SECONDS)
        .untilAsserted(
            () ->
                assertThat(received.values())
                    .hasSize(10)
                    .allSatisfy(numbers -> assertThat(firsts(numbers)).hasSize(20)));
    assertThat(received.values()).allSatisfy(numbers -> assertThat(firsts(numbers)).isSorted());
  }

  @Test
  void twoNodesShareTheSubscriptionsAndDeliverEachEventOnce() {
    EventReaders one = node("one");
    EventReaders two = node("two");
    List<String> routes = List.of("a", "b", "c", "d");
    routes.forEach(route -> one.start(route, "test.happened", true, receiver(route)));
    await().until(() -> owned("one") == 4);
    write(5, 20);
    routes.forEach(route -> two.start(route, "test.happened", true, receiver(route)));
    await().atMost(120, SECONDS).until(() -> owned("one") == 2 && owned("two") == 2);
    write(5, 20);

    await().atMost(120, SECONDS).until(() -> total() >= 4 * 200);

    assertThat(received).hasSize(20);
    assertThat(received.values())
        .allSatisfy(
            numbers ->
                assertThat(numbers)
                    .containsExactlyElementsOf(
                        IntStream.range(0, 40).map(i -> i % 20).boxed().toList()));
  }

  @Test
  void aStoppedSubscriptionGoesOnWhereItWas() {
    EventReaders node = node("one");
    node.start("wms", "test.happened", true, this::receive);
    write(3, 10);
    await().until(() -> total() == 30);
    node.stop("wms");
    assertThat(owned("one")).isZero();
    write(3, 10);

    node("two").start("wms", "test.happened", true, this::receive);

    await().until(() -> total() >= 60);
    assertThat(received.get("order:1")).hasSize(20);
  }

  @Test
  void aRouteThatFailsBecauseItsNodeStopsMakesNoDeadLetter() throws Exception {
    tables.append("order:0", 1);
    CountDownLatch begun = new CountDownLatch(1);
    EventReaders stopping = node("one");
    stopping.start(
        "wms",
        "test.happened",
        true,
        (event, attempt) -> {
          begun.countDown();
          LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
          return failed(WRONG);
        });
    begun.await();
    stopping.stop("wms");
    stopping.destroy();

    node("two").start("wms", "test.happened", true, this::receive);

    await().atMost(120, SECONDS).until(() -> total() == 1);
    assertThat(tables.count("SELECT count(*) FROM outbox.parked")).isZero();
  }

  @Test
  void anEventThatCannotBeOpenedHarmsOnlyItsKey() {
    write(3, 1);
    tables.jdbc.update("UPDATE outbox.event SET body = '\\x00' WHERE entity_key = 'order:1'");
    node("one").start("wms", "test.happened", true, this::receive);

    await().until(() -> total() == 2);

    await().until(() -> tables.count("SELECT count(*) FROM outbox.parked WHERE dead") == 1);
  }

  private EventReaders node(String name) {
    EventReaders node = tables.node(name, Duration.ofSeconds(1));
    nodes.add(node);
    return node;
  }

  private void write(int keys, int each) {
    write(keys, 0, each);
  }

  private void write(int keys, int from, int to) {
    for (int number = from; number < to; number++) {
      for (int key = 0; key < keys; key++) {
        tables.append("order:" + key, number);
      }
    }
  }

  private Delivery receiver(String route) {
    return (event, attempt) -> receive(route + " " + event.entityKey(), event);
  }

  private Optional<FailedTry> receive(RecordedEvent event, int attempt) {
    return receive(event.entityKey(), event);
  }

  private Optional<FailedTry> receive(String key, RecordedEvent event) {
    received
        .computeIfAbsent(key, k -> new CopyOnWriteArrayList<>())
        .add(event.body().path("number").asInt());
    return Optional.empty();
  }

  private static Optional<FailedTry> failed(Failure failure) {
    return Optional.of(new FailedTry(failure, dead -> {}));
  }

  private int total() {
    return received.values().stream().mapToInt(List::size).sum();
  }

  private static List<Integer> firsts(List<Integer> numbers) {
    return numbers.stream().distinct().toList();
  }

  private void assertOrder(int keys, int each) {
    List<Integer> numbers = IntStream.range(0, each).boxed().toList();
    assertThat(received).hasSize(keys);
    assertThat(received.values()).allSatisfy(got -> assertThat(got).isEqualTo(numbers));
  }

  private long owned(String node) {
    return tables.count("SELECT count(*) FROM outbox.subscription WHERE owner = '" + node + "'");
  }

  private long position(String subscription) {
    return tables.count(
        "SELECT position FROM outbox.subscription WHERE name = '" + subscription + "'");
  }
}
