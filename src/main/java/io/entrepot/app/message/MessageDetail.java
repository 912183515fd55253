package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its content, personal data masked.
 *
 * @param payload before the mapping
 * @param body after the mapping: what the core or the partner got
 * @param result the partner's or the core's answer
 */
public record MessageDetail(
    MessageView message,
    @Nullable JsonNode payload,
    @Nullable JsonNode body,
    @Nullable JsonNode result,
    List<Try> tries) {

  /** One attempt, as it is shown. */
  public record Try(
      int no,
      Instant at,
      long latencyMillis,
      @Nullable Integer answerStatus,
      @Nullable String errorClass,
      @Nullable String errorText,
      @Nullable JsonNode answer) {}
}
