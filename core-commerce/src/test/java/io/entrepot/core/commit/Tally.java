package io.entrepot.core.commit;

import io.entrepot.core.jdbc.SqlArrays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that writes keys with numbers; the table refuses a number below zero and a key twice. */
final class Tally implements GroupWork<Tally.Entry, String> {
  record Entry(String key, int number) {}

  private final JdbcClient jdbc;
  private final List<Integer> groups = new ArrayList<>();
  private final List<Runnable> midway = new ArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  Tally(DataSource database) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.execute("DROP TABLE IF EXISTS tally");
    template.execute(
        "CREATE TABLE tally (key text PRIMARY KEY, number int NOT NULL CHECK (number >= 0))");
    jdbc = JdbcClient.create(database);
  }

  @Override
  public List<String> decide(List<Entry> entries) {
    synchronized (groups) {
      groups.add(entries.size());
    }
    jdbc.sql("INSERT INTO tally SELECT * FROM unnest(:keys::text[], :numbers::int[])")
        .param("keys", SqlArrays.texts(entries, Entry::key))
        .param("numbers", SqlArrays.ints(entries, Entry::number))
        .update();
    nextMidway().ifPresent(Runnable::run);
    return entries.stream().map(entry -> "stored " + entry.key()).toList();
  }

  @Override
  public List<Optional<String>> known(List<Entry> entries) {
    List<String> stored =
        jdbc.sql("SELECT key FROM tally WHERE key = ANY(:keys)")
            .param("keys", SqlArrays.texts(entries, Entry::key))
            .query(String.class)
            .list();
    return entries.stream()
        .map(Entry::key)
        .map(key -> stored.contains(key) ? Optional.of("known " + key) : Optional.<String>empty())
        .toList();
  }

  @Override
  public <T> T guarded(List<Entry> entries, Supplier<T> attempt) {
    try {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("the gate was never opened");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return attempt.get();
  }

  /** Keeps the writers before their first statement until the gate is opened. */
  CountDownLatch closeGate() {
    gate = new CountDownLatch(1);
    return gate;
  }

  /** Done once, after the rows of some group are written and before its commit. */
  void onceMidway(Runnable deed) {
    synchronized (midway) {
      midway.add(deed);
    }
  }

  private Optional<Runnable> nextMidway() {
    synchronized (midway) {
      return midway.isEmpty() ? Optional.empty() : Optional.of(midway.remove(0));
    }
  }

  /** Sizes of the groups that were decided, in order. */
  List<Integer> groups() {
    synchronized (groups) {
      return List.copyOf(groups);
    }
  }

  int stored() {
    return jdbc.sql("SELECT count(*) FROM tally").query(Integer.class).single();
  }

  boolean isStored(String key) {
    return known(List.of(new Entry(key, 0))).get(0).isPresent();
  }

  /** On the writer's own connection: it dies as if an operator had killed it. */
  void killOwnBackend() {
    jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())").query().listOfRows();
  }

  void sleep(Duration time) {
    jdbc.sql("SELECT pg_sleep(:seconds)")
        .param("seconds", time.toMillis() / 1_000.0)
        .query()
        .listOfRows();
  }
}
