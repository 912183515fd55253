package io.entrepot.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import io.entrepot.app.embedded.Ports;
import io.entrepot.core.inventory.StockLock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HazelcastStockLockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String cluster = "entrepot-test-" + UUID.randomUUID();
  private final Member first = Member.start(address(cluster, List.of()));

  @AfterEach
  void stop() {
    first.close();
  }

  @Test
  void oneLaneIsWorkedByOneNodeAtATime() throws Exception {
    awaitUp(first);
    try (Member second = joined(first)) {
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Runnable work =
          () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
          };

      CompletableFuture<?> here = CompletableFuture.runAsync(() -> repeat(first, work));
      CompletableFuture<?> there = CompletableFuture.runAsync(() -> repeat(second, work));
      CompletableFuture.allOf(here, there).join();

      assertThat(most).hasValue(1);
    }
  }

  @Test
  void laneThatIsHeldElsewhereDelaysWorkAndNeverStopsIt() throws Exception {
    awaitUp(first);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<String> holder =
        CompletableFuture.supplyAsync(
            () ->
                new HazelcastStockLock(first)
                    .withLane(
                        "stock:1",
                        () -> {
                          held.countDown();
                          return released(release);
                        }));
    held.await();

    String result = new HazelcastStockLock(first).withLane("stock:1", () -> "done");

    assertThat(result).isEqualTo("done");
    assertThat(holder).isNotDone();
    release.countDown();
    assertThat(holder.join()).isEqualTo("released");
  }

  @Test
  void workGoesOnWithoutHazelcast() {
    awaitUp(first);
    StockLock lock = new HazelcastStockLock(first);
    first.close();

    assertThat(lock.<String>withLane("stock:1", () -> "done")).isEqualTo("done");
  }

  @Test
  void strangerWithAnotherNameIsTurnedAway() throws Exception {
    awaitUp(first);
    try (Member stranger = Member.start(address("entrepot-stranger", List.of(address(first))))) {
      awaitUp(stranger);

      assertThat(members(stranger)).isEqualTo(1);
      assertThat(members(first)).isEqualTo(1);
    }
  }

  private static Member joined(Member other) throws IOException {
    HazelcastInstance hazelcast = other.ifRunning().orElseThrow();
    Member member =
        Member.start(address(hazelcast.getConfig().getClusterName(), List.of(address(other))));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> member.ifRunning().isPresent() && members(other) == 2);
    return member;
  }

  private static void repeat(Member member, Runnable work) {
    HazelcastStockLock lock = new HazelcastStockLock(member);
    for (int n = 0; n < 200; n++) {
      lock.withLane(
          "stock:1",
          () -> {
            work.run();
            return true;
          });
    }
  }

  private static String released(CountDownLatch release) {
    try {
      release.await();
      return "released";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitUp(Member member) {
    Awaitility.await().atMost(PATIENCE).until(() -> member.ifRunning().isPresent());
  }

  private static int members(Member member) {
    return member.ifRunning().orElseThrow().getCluster().getMembers().size();
  }

  private static String address(Member member) {
    var address = member.ifRunning().orElseThrow().getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }

  private static MemberAddress address(String cluster, List<String> members) {
    try {
      return new MemberAddress(cluster, "127.0.0.1", Ports.free(), members);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
