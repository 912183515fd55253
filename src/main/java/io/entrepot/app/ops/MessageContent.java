package io.entrepot.app.ops;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.message.MessageDetail;
import io.entrepot.app.message.MessageView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its content, masked.
 *
 * @param payload before the mapping
 * @param body after the mapping
 * @param result the partner's answer
 */
@JsonNaming(SnakeCaseStrategy.class)
record MessageContent(
    @JsonUnwrapped MessageView message,
    @Nullable JsonNode payload,
    @Nullable JsonNode body,
    @Nullable JsonNode result,
    List<Try> tries) {

  @JsonNaming(SnakeCaseStrategy.class)
  record Try(
      int no,
      Instant at,
      long latencyMillis,
      @Nullable Integer answerStatus,
      @Nullable String errorClass,
      @Nullable String errorText,
      @Nullable JsonNode answer) {}

  static MessageContent of(MessageDetail detail) {
    return new MessageContent(
        detail.message(),
        detail.payload(),
        detail.body(),
        detail.result(),
        detail.tries().stream().map(MessageContent::of).toList());
  }

  private static Try of(MessageDetail.Try attempt) {
    return new Try(
        attempt.no(),
        attempt.at(),
        attempt.latencyMillis(),
        attempt.answerStatus(),
        attempt.errorClass(),
        attempt.errorText(),
        attempt.answer());
  }
}
