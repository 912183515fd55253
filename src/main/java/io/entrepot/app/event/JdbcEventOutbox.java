package io.entrepot.app.event;

import io.entrepot.core.event.DomainEvent;
import io.entrepot.core.event.EncodedEvent;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import java.time.Clock;
import java.util.List;
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

  private static final String TAKE_LOCK = "SELECT pg_advisory_xact_lock(?)";

  // The rows of unnest come in their order, and so do their positions.
  private static final String APPEND =
      """
      INSERT INTO outbox.event
        (position, id, name, version, entity_key, correlation_id, occurred_at, body)
      SELECT nextval('outbox.event_position'), id::uuid, name, version, entity_key,
             correlation_id::uuid, 'epoch'::timestamptz + occurred * interval '1 microsecond', body
        FROM unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bytea[])
             AS new (id, name, version, entity_key, correlation_id, occurred, body)
      """;

  private final OneTrip trip;
  private final SealedJson json;
  private final EventSignal signal;
  private final Clock clock;

  JdbcEventOutbox(OneTrip trip, SealedJson json, EventSignal signal, Clock clock) {
    this.trip = trip;
    this.json = json;
    this.signal = signal;
    this.clock = clock;
  }

  @Override
  public void append(List<? extends DomainEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Transactions.requireRunning("appending events");
    // Sealed before the lock is taken: nobody waits for ciphers.
    trip.run(appending(events.stream().map(this::encode).toList()));
  }

  @Override
  public EncodedEvent encode(DomainEvent event) {
    return new EncodedEvent(
        TimeOrderedId.next(clock),
        event.name(),
        event.version(),
        event.entityKey(),
        event.correlationId(),
        clock.instant(),
        json.encode(event));
  }

  @Override
  public List<SqlFragment> appending(List<EncodedEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    Transactions.requireRunning("appending events");
    TransactionSynchronizationManager.registerSynchronization(wakeAfterCommit());
    return List.of(
        SqlFragment.of(TAKE_LOCK, LOCK),
        SqlFragment.writing(
            events.size(),
            APPEND,
            SqlArrays.texts(events, EncodedEvent::id),
            SqlArrays.texts(events, EncodedEvent::name),
            SqlArrays.ints(events, EncodedEvent::version),
            SqlArrays.texts(events, EncodedEvent::entityKey),
            SqlArrays.texts(events, EncodedEvent::correlationId),
            SqlArrays.longs(events, event -> SqlTime.micros(event.occurredAt())),
            SqlArrays.bytes(events, EncodedEvent::body)));
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
