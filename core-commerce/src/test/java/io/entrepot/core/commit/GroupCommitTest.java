package io.entrepot.core.commit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.core.Race;
import io.entrepot.core.TestDatabase;
import io.entrepot.core.commit.Tally.Entry;
import io.entrepot.core.jdbc.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class GroupCommitTest {
  private final HikariDataSource pool = TestDatabase.empty();
  private final UnreliableDatabase database = new UnreliableDatabase(pool);
  private final Transactions transactions =
      new Transactions(new JdbcTransactionManager(database), database);
  private final Tally tally = new Tally(database);
  private GroupCommit<Entry, String> engine = start(terms(100, 1_000, Duration.ofSeconds(10)));

  @AfterEach
  void close() {
    engine.close();
    pool.close();
  }

  @Test
  void anAnswerMeansThatItIsDurable() {
    assertThat(engine.call(new Entry("a", 1))).isEqualTo("stored a");

    assertThat(tally.isStored("a")).isTrue();
  }

  @Test
  void whoeverWaitsIsCommittedTogetherUpToTheBound() throws Exception {
    List<CompletableFuture<String>> answers = together(entries(250));

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(tally.stored()).isEqualTo(251);
    assertThat(tally.groups()).containsExactly(1, 100, 100, 50);
  }

  @Test
  void oneBadCommandFailsAlone() throws Exception {
    List<Entry> entries = entries(60);
    entries.set(17, new Entry("bad", -1));

    List<CompletableFuture<String>> answers = together(entries);

    assertThatThrownBy(() -> answers.get(17).get())
        .hasCauseInstanceOf(CommandFailedException.class)
        .hasMessageContaining("tally_number_check");
    answers.remove(17);
    assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(tally.stored()).isEqualTo(60);
  }

  @Test
  void badCommandsAmongGoodOnesAreEachFoundOut() throws Exception {
    List<Entry> entries = entries(40);
    for (int bad : List.of(0, 1, 20, 39)) {
      entries.set(bad, new Entry("bad" + bad, -1));
    }

    List<CompletableFuture<String>> answers = together(entries);

    assertThat(answers).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(4);
    assertThat(tally.stored()).isEqualTo(37);
  }

  @Test
  void aRepeatIsAnsweredByWhatIsKnownAndItsNeighboursAreStored() throws Exception {
    engine.call(new Entry("k3", 3));

    List<CompletableFuture<String>> answers = together(entries(10));

    assertThat(answers.get(3).get()).isEqualTo("known k3");
    assertThat(answers.get(4).get()).isEqualTo("stored k4");
    assertThat(tally.stored()).isEqualTo(11);
  }

  @Test
  void aKilledBackendCostsATryAndNothingElse() throws Exception {
    tally.onceMidway(tally::killOwnBackend);

    List<CompletableFuture<String>> answers = together(entries(20));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
    assertThat(tally.stored()).isEqualTo(21);
  }

  @Test
  void aCommitWhoseAnswerWasLostIsFoundByItsKeysAndNotRepeated() throws Exception {
    CountDownLatch gate = tally.closeGate();
    CompletableFuture<String> first = engine.submit(new Entry("first", 0));
    CompletableFuture<String> second = engine.submit(new Entry("second", 0));
    database.loseAnswersOfCommits(1);

    gate.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("known first");
    assertThat(second.get(10, TimeUnit.SECONDS)).endsWith("second");
    assertThat(tally.stored()).isEqualTo(2);
  }

  @Test
  void aLostAnswerThatCannotBeLookedUpIsToldAsUnknown() {
    restart(terms(100, 1_000, Duration.ofMillis(200)));
    database.loseAnswersOfCommits(1);
    tally.onceMidway(database::goAway);

    assertThatThrownBy(() -> engine.call(new Entry("lost", 1)))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("repeat with the same key");

    database.comeBack();
    assertThat(tally.isStored("lost")).isTrue();
    assertThat(engine.call(new Entry("lost", 1))).isEqualTo("known lost");
  }

  @Test
  void callersWaitThroughAnOutageAndNobodyIsLost() throws Exception {
    database.goAway();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    entries(30).forEach(entry -> answers.add(engine.submit(entry)));
    await().until(() -> engine.waiting() < 30);

    database.comeBack();

    for (CompletableFuture<String> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS)).startsWith("stored");
    }
  }

  @Test
  void whoWaitedTooLongForTheDatabaseIsToldToTryLater() {
    restart(terms(100, 1_000, Duration.ofMillis(150)));
    database.goAway();

    assertThatThrownBy(() -> engine.call(new Entry("a", 1)))
        .isInstanceOf(TryLaterException.class)
        .hasMessageContaining("try again later");

    database.comeBack();
    assertThat(tally.stored()).isZero();
  }

  @Test
  void whoWaitedTooLongBehindASlowGroupIsRefusedAtItsTurnAndNotWritten() {
    restart(terms(100, 1_000, Duration.ofMillis(100)));
    tally.onceMidway(() -> tally.sleep(Duration.ofMillis(500)));
    CompletableFuture<String> slow = engine.submit(new Entry("slow", 1));
    await().until(() -> tally.groups().size() == 1);

    CompletableFuture<String> late = engine.submit(new Entry("late", 1));

    assertThat(slow).succeedsWithin(Duration.ofSeconds(5));
    assertThat(late)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(TryLaterException.class);
    assertThat(tally.isStored("late")).isFalse();
  }

  @Test
  void beyondTheBoundTheNextIsToldToTryLaterAtOnce() {
    restart(terms(10, 3, Duration.ofSeconds(10)));
    CountDownLatch gate = tally.closeGate();
    engine.submit(new Entry("at work", 1));
    await().until(() -> engine.waiting() == 0);
    entries(3).forEach(engine::submit);

    assertThatThrownBy(() -> engine.submit(new Entry("too many", 1)))
        .isInstanceOf(TryLaterException.class)
        .hasMessageContaining("3 tallies wait already");

    gate.countDown();
    await().untilAsserted(() -> assertThat(tally.stored()).isEqualTo(4));
    assertThat(engine.call(new Entry("again", 1))).isEqualTo("stored again");
  }

  @Test
  void withinATransactionItRefusesToWork() {
    assertThatThrownBy(() -> transactions.call(() -> engine.call(new Entry("a", 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must not run inside a transaction");
  }

  @Test
  void shuttingDownWorksOffWhatWaitsAndTakesNothingMore() throws Exception {
    CountDownLatch gate = tally.closeGate();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    entries(250).forEach(entry -> answers.add(engine.submit(entry)));
    CompletableFuture<Void> closing = CompletableFuture.runAsync(engine::close);

    gate.countDown();
    closing.get(20, TimeUnit.SECONDS);

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(tally.stored()).isEqualTo(250);
    assertThatThrownBy(() -> engine.submit(new Entry("late", 1)))
        .isInstanceOf(TryLaterException.class)
        .hasMessageContaining("shuts down");
  }

  @Test
  void aShutdownThatTakesTooLongRefusesTheRestAndSaysSo() {
    restart(new GroupTerms(1, 100, 1, Duration.ofSeconds(10), Duration.ofMillis(100)));
    CountDownLatch gate = tally.closeGate();
    engine.submit(new Entry("at work", 1));
    await().until(() -> engine.waiting() == 0);
    CompletableFuture<String> waiting = engine.submit(new Entry("waiting", 1));

    engine.close();

    assertThat(waiting).isCompletedExceptionally();
    gate.countDown();
    await().until(() -> tally.isStored("at work"));
    assertThat(tally.isStored("waiting")).isFalse();
  }

  @Test
  void underAttackEveryAnswerIsTrueAndNothingIsStoredTwice() throws Exception {
    restart(new GroupTerms(50, 1_000, 2, Duration.ofSeconds(20), Duration.ofSeconds(10)));
    AtomicBoolean over = new AtomicBoolean();
    Thread killer = new Thread(() -> killBackendsUntil(over));
    killer.start();
    List<Callable<List<String>>> callers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String caller = "caller" + i + "-";
      callers.add(() -> storeMany(caller));
    }

    List<List<String>> answers = Race.of(callers);

    over.set(true);
    killer.join();
    assertThat(answers.stream().flatMap(List::stream).collect(toSet())).hasSize(16 * 50);
    assertThat(tally.stored()).isEqualTo(16 * 50);
  }

  private List<String> storeMany(String caller) {
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Entry entry = new Entry(caller + i, i);
      if (i % 10 == 7) {
        database.loseAnswersOfCommits(1);
      }
      assertThat(engine.call(entry)).endsWith(entry.key());
      stored.add(entry.key());
    }
    return stored;
  }

  private void killBackendsUntil(AtomicBoolean over) {
    while (!over.get()) {
      int before = tally.stored();
      tally.onceMidway(tally::killOwnBackend);
      // Some progress between two kills, or nobody would ever come through.
      await().until(() -> over.get() || tally.stored() > before + 20);
    }
  }

  /** One holds the writer while the others join the line; then all go. */
  private List<CompletableFuture<String>> together(List<Entry> entries) throws Exception {
    CountDownLatch gate = tally.closeGate();
    CompletableFuture<String> first = engine.submit(new Entry("at work", 0));
    await().until(() -> engine.waiting() == 0);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    entries.forEach(entry -> answers.add(engine.submit(entry)));
    gate.countDown();
    first.get(10, TimeUnit.SECONDS);
    await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
    return answers;
  }

  private static List<Entry> entries(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new Entry("k" + i, i));
    }
    return entries;
  }

  private void restart(GroupTerms terms) {
    engine.close();
    engine = start(terms);
  }

  private GroupCommit<Entry, String> start(GroupTerms terms) {
    return GroupCommit.start("tallies", terms, tally, transactions);
  }

  private static GroupTerms terms(int groupAtMost, int waitingAtMost, Duration patience) {
    return new GroupTerms(groupAtMost, waitingAtMost, 1, patience, Duration.ofSeconds(10));
  }
}
