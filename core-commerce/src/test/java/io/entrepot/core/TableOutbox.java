package io.entrepot.core;

import io.entrepot.core.event.DomainEvent;
import io.entrepot.core.event.EncodedEvent;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An outbox in the database: it forgets what was rolled back. */
public final class TableOutbox implements EventOutbox {
  private final JdbcTemplate jdbc;
  private final Map<UUID, DomainEvent> events = new ConcurrentHashMap<>();

  TableOutbox(DataSource dataSource) {
    jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public void append(List<? extends DomainEvent> appended) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("events must join the transaction of their state");
    }
    jdbc.execute("SELECT pg_advisory_xact_lock(1)");
    for (DomainEvent event : appended) {
      UUID id = UUID.randomUUID();
      events.put(id, event);
      jdbc.update("INSERT INTO outbox (id, correlation) VALUES (?, ?)", id, event.correlationId());
    }
  }

  @Override
  public EncodedEvent encode(DomainEvent event) {
    UUID id = UUID.randomUUID();
    events.put(id, event);
    return new EncodedEvent(
        id,
        event.name(),
        event.version(),
        event.entityKey(),
        event.correlationId(),
        Instant.EPOCH,
        new byte[0]);
  }

  @Override
  public List<SqlFragment> appending(List<EncodedEvent> encoded) {
    return List.of(
        SqlFragment.of("SELECT pg_advisory_xact_lock(1)"),
        SqlFragment.writing(
            encoded.size(),
            "INSERT INTO outbox (id, correlation)"
                + " SELECT id::uuid, correlation::uuid FROM unnest(?::text[], ?::text[])"
                + " AS new (id, correlation)",
            SqlArrays.texts(encoded, EncodedEvent::id),
            SqlArrays.texts(encoded, EncodedEvent::correlationId)));
  }

  /** What was committed about one order, in order. */
  public List<DomainEvent> of(UUID orderId) {
    return jdbc
        .queryForList(
            "SELECT id FROM outbox WHERE correlation = ? ORDER BY seq", UUID.class, orderId)
        .stream()
        .map(events::get)
        .toList();
  }

  public List<String> namesOf(UUID orderId) {
    return of(orderId).stream().map(DomainEvent::name).toList();
  }

  public long count() {
    return jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
  }
}
