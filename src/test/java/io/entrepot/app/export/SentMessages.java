package io.entrepot.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.Attempt;
import io.entrepot.app.message.InboundMessage;
import io.entrepot.app.message.MessageCount;
import io.entrepot.app.message.MessageDetail;
import io.entrepot.app.message.MessageFilter;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.app.message.Stored;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outbound messages in memory, once per idempotency key. */
final class SentMessages implements MessageStore {
  final Map<String, UUID> ids = new LinkedHashMap<>();
  final Map<UUID, MessageStatus> states = new HashMap<>();
  final Map<UUID, UUID> correlations = new HashMap<>();

  MessageStatus state(String key) {
    return states.get(ids.get(key));
  }

  @Override
  public Stored outbound(OutboundMessage message) {
    boolean duplicate = ids.containsKey(message.idempotencyKey());
    UUID id = ids.computeIfAbsent(message.idempotencyKey(), key -> UUID.randomUUID());
    states.putIfAbsent(id, MessageStatus.PROCESSING);
    correlations.put(id, message.correlationId());
    return new Stored(id, duplicate, states.get(id));
  }

  @Override
  public void attempt(UUID id, Attempt attempt) {
    states.put(id, MessageStatus.PROCESSING);
  }

  @Override
  public void succeeded(UUID id, JsonNode answer) {
    states.put(id, MessageStatus.DONE);
  }

  @Override
  public void failed(UUID id, String errorClass, String text, boolean dead) {
    states.put(id, MessageStatus.RETRY);
  }

  @Override
  public Stored inbound(InboundMessage message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void correlate(UUID id, UUID correlationId, @Nullable String entityKey) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<MessageView> byCorrelation(UUID correlationId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<MessageView> find(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<MessageDetail> detail(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<MessageView> list(MessageFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<MessageCount> counts() {
    throw new UnsupportedOperationException();
  }
}
