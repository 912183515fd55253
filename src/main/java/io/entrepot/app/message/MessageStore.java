package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every message in and out. Content is compressed, then sealed by the key ring; whatever is read
 * back for people is masked.
 *
 * <p>Outbound: {@link #outbound} once, then for every try {@link #attempt} followed by {@link
 * #succeeded} or {@link #failed}. Inbound messages are worked through {@link InboundQueue}.
 */
public interface MessageStore {
  /**
   * Durable when it returns, whatever transaction the caller is in. The same partner, document and
   * idempotency key again returns the first one's id and {@code duplicate}.
   */
  Stored inbound(InboundMessage message);

  /**
   * Joins the caller's transaction if there is one. The same partner, document and idempotency key
   * again returns the first one's id; {@link Stored#done()} then says that nothing must be sent.
   */
  Stored outbound(OutboundMessage message);

  /**
   * Records one try that is over, and moves the message to PROCESSING if it was waiting.
   *
   * @throws IllegalTransition if the message is DONE or DEAD
   */
  void attempt(UUID id, Attempt attempt);

  /**
   * DONE with the partner's answer; a repeat changes nothing.
   *
   * @throws IllegalTransition if the message is not being worked
   */
  void succeeded(UUID id, JsonNode answer);

  /**
   * RETRY, or DEAD when no further try will be made.
   *
   * @param errorClass the name of the class, as in {@code TIMEOUT}
   * @param text safe to show: no secret, no personal data; longer than 2 000 characters is cut
   */
  void failed(UUID id, String errorClass, String text, boolean dead);

  /** Says which order (or other entity) the message is about, once that is known. */
  void correlate(UUID id, UUID correlationId, @Nullable String entityKey);

  /** All messages in and out of one correlation id, oldest first, at most 1 000. */
  List<MessageView> byCorrelation(UUID correlationId);

  Optional<MessageView> find(UUID id);

  /** With content, masked. */
  Optional<MessageDetail> detail(UUID id);

  /** Newest first. */
  List<MessageView> list(MessageFilter filter);

  default List<MessageView> latest(int limit) {
    return list(MessageFilter.latest(limit));
  }

  /** By direction, partner, document and status. */
  List<MessageCount> counts();
}
