package io.entrepot.app.event;

import io.entrepot.core.event.DomainEvent;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes events beside the state they tell of. Positions are given under a lock that ends with the
 * commit, so that their order is the order of commits; append last, for others wait meanwhile.
 */
@Component
final class JdbcEventOutbox implements EventOutbox {
  /** "outbox" in ASCII. */
  static final long LOCK = 0x6f7574626f78L;

  private static final String APPEND =
      """
      INSERT INTO outbox.event
        (position, id, name, version, entity_key, correlation_id, occurred_at, body)
      VALUES (nextval('outbox.event_position'), ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;
  private final SealedJson json;
  private final EventSignal signal;
  private final Clock clock;

  JdbcEventOutbox(JdbcTemplate jdbc, SealedJson json, EventSignal signal, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.signal = signal;
    this.clock = clock;
  }

  @Override
  public void append(List<? extends DomainEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "events are appended in the transaction of the state they tell of; there is none");
    }
    // Sealed before the lock is taken: nobody waits for ciphers.
    List<Object[]> rows = events.stream().map(this::row).toList();
    jdbc.query("SELECT pg_advisory_xact_lock(?)", rs -> {}, LOCK);
    jdbc.batchUpdate(APPEND, rows);
    TransactionSynchronizationManager.registerSynchronization(wakeAfterCommit());
  }

  private Object[] row(DomainEvent event) {
    return new Object[] {
      TimeOrderedId.next(clock),
      event.name(),
      event.version(),
      event.entityKey(),
      event.correlationId(),
      Timestamp.from(clock.instant()),
      json.encode(event)
    };
  }

  private TransactionSynchronization wakeAfterCommit() {
    return new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        signal.raise();
      }
    };
  }
}
