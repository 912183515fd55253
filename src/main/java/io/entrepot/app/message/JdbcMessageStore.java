package io.entrepot.app.message;

import static io.entrepot.app.message.MessageRows.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.core.id.TimeOrderedId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcMessageStore implements MessageStore {
  private static final String OUTBOUND =
      """
      WITH fresh AS (
        INSERT INTO message.idempotency_key
          (direction, partner, document, key, message_id, created_at)
        VALUES ('OUT', :partner, :document, :key, :id, :now)
        ON CONFLICT DO NOTHING
        RETURNING message_id)
      INSERT INTO message.message
        (id, direction, partner, document, idempotency_key, correlation_id, entity_key, status,
         mapping, mapping_version, payload, body, created_at, updated_at)
      SELECT message_id, 'OUT', :partner, :document, :key, :correlation, :entity, 'PROCESSING',
             :mapping, :version, :payload, :body, :now, :now
      FROM fresh
      """;
  private static final String ATTEMPT =
      """
      WITH tried AS (
        UPDATE message.message
        SET status = 'PROCESSING', attempts = attempts + 1, updated_at = :now
        WHERE id = :id AND direction = 'OUT' AND status = ANY(:from)
        RETURNING id, attempts)
      INSERT INTO message.attempt
        (message_id, no, at, latency_millis, answer_status, error_class, error_text, answer)
      SELECT id, attempts, :at, :latency, :answerStatus, :errorClass, :errorText, :answer
      FROM tried
      """;
  private static final String SUCCEEDED =
      """
      UPDATE message.message
      SET status = 'DONE', result = :result, error_class = NULL, error_text = NULL,
          updated_at = :now
      WHERE id = :id AND direction = 'OUT' AND status = ANY(:from)
      """;
  private static final String FAILED =
      """
      UPDATE message.message
      SET status = :to, error_class = :errorClass, error_text = :errorText, updated_at = :now
      WHERE id = :id AND direction = 'OUT' AND status = ANY(:from)
      """;
  private static final String CORRELATE =
      """
      UPDATE message.message
      SET correlation_id = :correlation, entity_key = coalesce(:entity, entity_key)
      WHERE id = :id
      """;

  private final JdbcClient jdbc;
  private final InboundWriter inbound;
  private final MessageViews views;
  private final SealedContent sealed;
  private final Clock clock;

  JdbcMessageStore(
      JdbcClient jdbc,
      InboundWriter inbound,
      MessageViews views,
      SealedContent sealed,
      Clock clock) {
    this.jdbc = jdbc;
    this.inbound = inbound;
    this.views = views;
    this.sealed = sealed;
    this.clock = clock;
  }

  @Override
  public Stored inbound(InboundMessage message) {
    return inbound.store(message);
  }

  @Override
  public Stored outbound(OutboundMessage m) {
    UUID id = TimeOrderedId.next(clock);
    int inserted =
        jdbc.sql(OUTBOUND)
            .param("partner", m.partner())
            .param("document", m.document())
            .param("key", m.idempotencyKey())
            .param("id", id)
            .param("now", at(clock.instant()))
            .param("correlation", m.correlationId())
            .param("entity", m.entityKey())
            .param("mapping", m.mapping())
            .param("version", m.mappingVersion())
            .param("payload", sealed.seal(m.payload()))
            .param("body", sealed.seal(m.body()))
            .update();
    return inserted == 1
        ? new Stored(id, false, MessageStatus.PROCESSING)
        : views.stored(Direction.OUT, m.partner(), m.document(), m.idempotencyKey());
  }

  @Override
  public void attempt(UUID id, Attempt attempt) {
    int rows =
        jdbc.sql(ATTEMPT)
            .param("id", id)
            .param("now", at(clock.instant()))
            .param("from", MessageStatus.PROCESSING.before())
            .param("at", at(attempt.at()))
            .param("latency", attempt.latency().toMillis())
            .param("answerStatus", attempt.answerStatus())
            .param("errorClass", attempt.errorClass())
            .param("errorText", Texts.errorText(attempt.errorText()))
            .param("answer", sealed.seal(attempt.answer()))
            .update();
    check(rows, id, MessageStatus.PROCESSING);
  }

  @Override
  public void succeeded(UUID id, JsonNode answer) {
    int rows =
        jdbc.sql(SUCCEEDED)
            .param("id", id)
            .param("now", at(clock.instant()))
            .param("from", MessageStatus.DONE.before())
            .param("result", sealed.seal(answer))
            .update();
    check(rows, id, MessageStatus.DONE);
  }

  @Override
  public void failed(UUID id, String errorClass, String text, boolean dead) {
    MessageStatus to = dead ? MessageStatus.DEAD : MessageStatus.RETRY;
    int rows =
        jdbc.sql(FAILED)
            .param("id", id)
            .param("now", at(clock.instant()))
            .param("to", to.name())
            .param("from", to.before())
            .param("errorClass", errorClass)
            .param("errorText", Texts.errorText(text))
            .update();
    check(rows, id, to);
  }

  /** Saying again what is already so is no error: a caller may have died before it heard. */
  private void check(int rows, UUID id, MessageStatus to) {
    if (rows == 1) {
      return;
    }
    MessageStatus is = views.find(id).map(MessageView::status).orElseThrow(() -> unknown(id));
    if (is != to) {
      throw new IllegalTransition(id, is, to);
    }
  }

  private static IllegalArgumentException unknown(UUID id) {
    return new IllegalArgumentException("there is no message " + id);
  }

  @Override
  public void correlate(UUID id, UUID correlationId, @Nullable String entityKey) {
    jdbc.sql(CORRELATE)
        .param("id", id)
        .param("correlation", correlationId)
        .param("entity", entityKey)
        .update();
  }

  @Override
  public List<MessageView> byCorrelation(UUID correlationId) {
    return views.byCorrelation(correlationId);
  }

  @Override
  public Optional<MessageView> find(UUID id) {
    return views.find(id);
  }

  @Override
  public Optional<MessageDetail> detail(UUID id) {
    return views.detail(id);
  }

  @Override
  public List<MessageView> list(MessageFilter filter) {
    return views.list(filter);
  }

  @Override
  public List<MessageCount> counts() {
    return views.counts();
  }
}
