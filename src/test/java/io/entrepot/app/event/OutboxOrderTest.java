package io.entrepot.app.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.event.EventTables.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxOrderTest {
  private static final int WRITERS = 8;
  private static final int EACH = 150;

  private final EventTables tables = new EventTables();

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void aReaderThatOnlyLooksBeyondItsPositionMissesNothingOfEightWriters() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
    Future<List<Long>> reader = pool.submit(this::readAll);

    for (Future<Void> writer : pool.invokeAll(writers())) {
      writer.get();
    }

    List<Long> read = reader.get();
    pool.shutdown();
    assertThat(read).hasSize(WRITERS * EACH).isSorted();
    assertThat(read)
        .isEqualTo(
            tables.jdbc.queryForList(
                "SELECT position FROM outbox.event ORDER BY position", Long.class));
  }

  @Test
  void positionsFollowTheCommitsOfARowThatWritersTakeInTurn() throws Exception {
    tables.jdbc.execute("CREATE TABLE turn (number integer)");
    tables.jdbc.execute("INSERT INTO turn VALUES (0)");
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);

    for (Future<Void> done :
        pool.invokeAll(
            IntStream.range(0, 200).mapToObj(i -> (Callable<Void>) this::takeTurn).toList())) {
      done.get();
    }

    pool.shutdown();
    List<Integer> numbers =
        tables.log.after("test.happened", 0, 1000).stream()
            .map(event -> tables.log.open(event).body().path("number").asInt())
            .toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void anEventOfARolledBackTransactionIsNoEvent() {
    tables.transaction.executeWithoutResult(
        status -> {
          tables.outbox.append(List.of(new Happened("order:1", 1)));
          status.setRollbackOnly();
        });

    assertThat(tables.log.head()).isZero();
  }

  @Test
  void appendingOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> tables.outbox.append(List.of(new Happened("order:1", 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must run inside a transaction");
  }

  @Test
  void theBodyHasTheRecordsComponentsOnlyAndIsSealed() {
    tables.append("order:1", 7);

    SealedEvent event = tables.log.at(tables.log.head());
    assertThat(new String(event.body(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("order:1");
    assertThat(tables.log.open(event).body().toString())
        .isEqualTo("{\"key\":\"order:1\",\"number\":7}");
  }

  private List<Long> readAll() {
    List<Long> read = new ArrayList<>();
    long position = 0;
    while (read.size() < WRITERS * EACH) {
      for (SealedEvent event : tables.log.after("test.happened", position, 50)) {
        read.add(event.position());
        position = event.position();
      }
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      Thread.yield();
    }
    return read;
  }

  private List<Callable<Void>> writers() {
    return IntStream.range(0, WRITERS)
        .mapToObj(
            writer ->
                (Callable<Void>)
                    () -> {
                      for (int i = 0; i < EACH; i++) {
                        write(writer);
                      }
                      return null;
                    })
        .toList();
  }

  /** Some have work of their own before they append, so that they do not begin in their order. */
  private void write(int writer) {
    tables.transaction.executeWithoutResult(
        status -> {
          tables.jdbc.query(
              "SELECT pg_sleep(?)", rs -> {}, ThreadLocalRandom.current().nextDouble() / 500);
          tables.outbox.append(List.of(new Happened("order:" + writer, 1)));
        });
  }

  private Void takeTurn() {
    return tables.transaction.execute(
        status -> {
          Integer number =
              tables.jdbc.queryForObject(
                  "UPDATE turn SET number = number + 1 RETURNING number", Integer.class);
          tables.outbox.append(List.of(new Happened("order:1", number == null ? 0 : number)));
          return null;
        });
  }
}
