package io.entrepot.app.message;

import static io.entrepot.app.message.MessageRows.at;

import com.fasterxml.jackson.databind.node.NullNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leases are measured by the database's clock: the nodes' own may differ. */
@Component
final class JdbcInboundQueue implements InboundQueue {
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT m.id FROM message.message m
        WHERE m.direction = 'IN' AND m.partner = :partner AND m.document = :document
          AND m.due_at <= now()
          AND NOT EXISTS (
            SELECT 1 FROM message.message earlier
            WHERE earlier.entity_key = m.entity_key AND earlier.id < m.id
              AND earlier.due_at IS NOT NULL
              AND earlier.partner = m.partner AND earlier.document = m.document)
        ORDER BY m.id
        LIMIT :limit
        FOR UPDATE OF m SKIP LOCKED)
      UPDATE message.message m
      SET status = 'PROCESSING', attempts = attempts + 1, fence = fence + 1,
          due_at = now() + :leaseMillis * interval '1 millisecond', updated_at = :now
      FROM due WHERE m.id = due.id
      RETURNING m.id, partner, document, idempotency_key, correlation_id, entity_key, attempts,
                fence, payload
      """;
  private static final String EXTEND =
      """
      UPDATE message.message m
      SET due_at = now() + :leaseMillis * interval '1 millisecond'
      FROM unnest(:ids::uuid[], :fences::bigint[]) AS held(id, fence)
      WHERE m.id = held.id AND m.fence = held.fence AND m.status = 'PROCESSING'
      """;
  private static final String SETTLE =
      """
      WITH settled AS (
        UPDATE message.message
        SET status = :to,
            due_at = now() + :delayMillis::bigint * interval '1 millisecond',
            correlation_id = :correlation, entity_key = :entity,
            mapping = :mapping, mapping_version = :version, body = :body,
            error_class = :errorClass, error_text = :errorText, updated_at = :now
        WHERE id = :id AND fence = :fence AND status = ANY(:from)
        RETURNING id)
      INSERT INTO message.attempt
        (message_id, no, at, latency_millis, error_class, error_text)
      SELECT id, :no, :at, :latency, :errorClass, :errorText FROM settled
      """;

  private final JdbcClient jdbc;
  private final SealedContent sealed;
  private final ArrivalBell bell;
  private final Clock clock;

  JdbcInboundQueue(JdbcClient jdbc, SealedContent sealed, ArrivalBell bell, Clock clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public List<ClaimedMessage> claim(String partner, String document, int limit, Duration lease) {
    return jdbc
        .sql(CLAIM)
        .param("partner", partner)
        .param("document", document)
        .param("limit", limit)
        .param("leaseMillis", lease.toMillis())
        .param("now", at(clock.instant()))
        .query(JdbcInboundQueue::claimed)
        .list()
        .stream()
        .flatMap(this::open)
        .sorted(Comparator.comparing(ClaimedMessage::id))
        .toList();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Claimed(ClaimedMessage head, byte[] sealed) {}

  private static Claimed claimed(ResultSet row, int number) throws SQLException {
    ClaimedMessage head =
        new ClaimedMessage(
            MessageRows.uuid(row, "id"),
            row.getString("partner"),
            row.getString("document"),
            row.getString("idempotency_key"),
            MessageRows.uuid(row, "correlation_id"),
            row.getString("entity_key"),
            row.getInt("attempts"),
            row.getLong("fence"),
            NullNode.instance);
    return new Claimed(head, row.getBytes("payload"));
  }

  /** One content that cannot be opened must not hold up those that were claimed with it. */
  private Stream<ClaimedMessage> open(Claimed claimed) {
    try {
      return Stream.of(claimed.head.with(sealed.require(claimed.sealed)));
    } catch (IllegalStateException e) {
      dead(claimed.head, Outcome.failed(claimed.head, clock.instant(), "UNREADABLE", e));
      return Stream.empty();
    }
  }

  @Override
  public void extend(Collection<ClaimedMessage> messages, Duration lease) {
    jdbc.sql(EXTEND)
        .param("leaseMillis", lease.toMillis())
        .param("ids", messages.stream().map(ClaimedMessage::id).toArray(UUID[]::new))
        .param("fences", messages.stream().map(ClaimedMessage::fence).toArray(Long[]::new))
        .update();
  }

  @Override
  public boolean done(ClaimedMessage message, Outcome outcome) {
    return settle(message, outcome, MessageStatus.DONE, null);
  }

  @Override
  public boolean retry(ClaimedMessage message, Outcome outcome, Duration delay) {
    return settle(message, outcome, MessageStatus.RETRY, delay.toMillis());
  }

  @Override
  public boolean dead(ClaimedMessage message, Outcome outcome) {
    return settle(message, outcome, MessageStatus.DEAD, null);
  }

  private boolean settle(
      ClaimedMessage message, Outcome outcome, MessageStatus to, @Nullable Long delayMillis) {
    int rows =
        jdbc.sql(SETTLE)
            .param("to", to.name())
            .param("delayMillis", delayMillis)
            .param("correlation", outcome.correlationId())
            .param("entity", outcome.entityKey())
            .param("mapping", outcome.mapping())
            .param("version", outcome.mappingVersion())
            .param("body", sealed.seal(outcome.body()))
            .param("errorClass", outcome.errorClass())
            .param("errorText", Texts.errorText(outcome.errorText()))
            .param("now", at(clock.instant()))
            .param("id", message.id())
            .param("fence", message.fence())
            .param("from", to.before())
            .param("no", message.attempt())
            .param("at", at(outcome.at()))
            .param("latency", outcome.latency().toMillis())
            .update();
    return rows == 1;
  }

  @Override
  public Runnable onArrival(String partner, String document, Runnable wake) {
    return bell.add(partner, document, wake);
  }
}
