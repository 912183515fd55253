package io.entrepot.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String NEVER = "0 0 0 1 1 *";
  private static final String EVERY_SECOND = "* * * * * *";

  private static EmbeddedPostgres postgres;

  private final List<ScheduleNode> nodes = new ArrayList<>();

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    postgres = EmbeddedPostgres.start(folder, 0);
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @AfterEach
  void stopNodes() {
    nodes.forEach(ScheduleNode::close);
  }

  @Test
  void twoNodesRunEachFireOnceAndNeverSideBySide() {
    List<Instant> fires = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    ScheduledTask task =
        task(
            run -> {
              mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              fires.add(run.dueAt());
              await().pollDelay(Duration.ofMillis(300)).until(() -> true);
              atOnce.decrementAndGet();
              return "counted";
            });
    Map<String, String> files = Map.of("ticking", file("ticking", EVERY_SECOND, ""));

    start(task, files);
    start(task, files);

    await().atMost(PATIENCE).until(() -> fires.size() >= 6);
    assertThat(List.copyOf(fires)).doesNotHaveDuplicates();
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void runNowAnswersItsOutcomeUnderItsId() throws Exception {
    ScheduleNode node =
        start(
            task(run -> "did " + run.parameters() + " asked " + run.asked()),
            Map.of("asked", file("asked", NEVER, "parameters: { feed: erp }")));

    UUID id = node.schedules().runNow("asked", Map.of("from", "2026-11-01"));

    ScheduleRun run = awaitEnd(node, id);
    assertThat(run.state()).isEqualTo(ScheduleRun.State.DONE);
    assertThat(run.result()).contains("feed=erp", "from=2026-11-01").endsWith("asked true");
    assertThat(node.schedules().show("asked").lastRun()).isEqualTo(run);
  }

  @Test
  void failedRunIsTriedAgainForTheSameMoment() throws Exception {
    List<Instant> moments = Collections.synchronizedList(new ArrayList<>());
    ScheduledTask task =
        task(
            run -> {
              moments.add(run.dueAt());
              if (moments.size() == 1) {
                throw new IllegalStateException("the partner is down");
              }
              return "went well";
            });
    ScheduleNode node =
        start(task, Map.of("flaky", file("flaky", NEVER, "retry: { times: 2, afterSeconds: 1 }")));

    ScheduleRun first = awaitEnd(node, node.schedules().runNow("flaky", Map.of()));

    assertThat(first.error()).isEqualTo("the partner is down");
    await().atMost(PATIENCE).until(() -> states(node, "flaky").contains(ScheduleRun.State.DONE));
    assertThat(states(node, "flaky"))
        .containsExactly(ScheduleRun.State.DONE, ScheduleRun.State.FAILED);
    assertThat(moments.get(1)).isEqualTo(moments.get(0));
  }

  @Test
  void pausedScheduleStaysPausedOverARestartAndItsTimes() throws Exception {
    Map<String, String> files = Map.of("paused", file("paused", EVERY_SECOND, ""));
    ScheduleNode before = start(task(run -> "ran"), files);
    before.schedules().pause("paused");
    before.close();

    ScheduleNode after =
        start(task(run -> "ran"), Map.of("paused", file("paused", "*/2 * * * * *", "")));

    assertThat(after.schedules().show("paused").state()).isEqualTo("PAUSED");
    assertThat(after.schedules().show("paused").nextFires()).isEmpty();
    after.schedules().resume("paused");
    assertThat(after.schedules().show("paused").nextFires()).hasSize(3);
  }

  @Test
  void runOfADeadNodeIsAbandonedWhenTheNextBegins() throws Exception {
    ScheduleNode node = start(task(run -> "ran"), Map.of("dead", file("dead", NEVER, "")));
    RunHistory history = node.bean(RunHistory.class);
    UUID dead = history.ask("dead", ScheduleRun.Cause.CRON);
    history.start(dead, "dead", "gone-node");

    awaitEnd(node, node.schedules().runNow("dead", Map.of()));

    assertThat(history.find(dead).orElseThrow().state()).isEqualTo(ScheduleRun.State.ABANDONED);
  }

  @Test
  void runIsRefusedWhileAnotherNodeIsStillAtIt() throws Exception {
    ScheduleNode node = start(task(run -> "ran"), Map.of("held", file("held", NEVER, "")));

    ScheduleRun run;
    try (Connection other = node.bean(DataSource.class).getConnection()) {
      other
          .createStatement()
          .execute("SELECT pg_advisory_lock(hashtext('schedule'), hashtext('held'))");
      run = awaitEnd(node, node.schedules().runNow("held", Map.of()));
      other.createStatement().execute("SELECT pg_advisory_unlock_all()");
    }

    assertThat(run.state()).isEqualTo(ScheduleRun.State.FAILED);
    assertThat(run.error()).contains("still running on another node");
  }

  @Test
  void unknownScheduleIsRefusedWithTheNamesThereAre() {
    ScheduleNode node = start(task(run -> "ran"), Map.of("known", file("known", NEVER, "")));

    assertThatThrownBy(() -> node.schedules().pause("unknown"))
        .hasMessage("There is no schedule 'unknown'; there is: known");
  }

  @Test
  void fileWithoutATargetStopsTheStartByName() {
    assertThatThrownBy(
            () ->
                start(
                    task(run -> "ran"),
                    Map.of("lost", file("lost", NEVER, "").replace("task:test", "task:gone"))))
        .hasMessageContaining("no task 'gone'; there is: [test]");
  }

  private static List<ScheduleRun.State> states(ScheduleNode node, String schedule) {
    return node.schedules().runs(schedule, 10).stream().map(ScheduleRun::state).toList();
  }

  private static ScheduleRun awaitEnd(ScheduleNode node, UUID id) {
    return await()
        .atMost(PATIENCE)
        .until(() -> node.schedules().run(id).orElseThrow(), run -> run.state().isOver());
  }

  private ScheduleNode start(ScheduledTask task, Map<String, String> files) {
    ScheduleNode node = ScheduleNode.start(postgres, List.of(task), files);
    nodes.add(node);
    return node;
  }

  private static String file(String name, String cron, String more) {
    return """
    schedule: %s
    job: task:test
    cron: "%s"
    zone: Asia/Seoul
    misfire: skip
    limit: 100
    %s
    fires: [{ after: "2026-11-21T00:00:00+09:00", at: ["2027-01-01T00:00:00+09:00"] }]
    """
        .formatted(name, cron, more);
  }

  private interface Work {
    String run(TaskRun run) throws Exception;
  }

  private static ScheduledTask task(Work work) {
    return new ScheduledTask() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public String run(TaskRun run) throws Exception {
        return work.run(run);
      }
    };
  }
}
