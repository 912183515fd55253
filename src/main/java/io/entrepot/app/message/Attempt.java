package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at a message, recorded when it is over.
 *
 * @param answerStatus the partner's status, as an HTTP status; null if there was no answer
 * @param errorClass null if it went well
 * @param errorText safe to show: no secret, no personal data
 * @param answer what the partner answered, JSON
 */
public record Attempt(
    Instant at,
    Duration latency,
    @Nullable Integer answerStatus,
    @Nullable String errorClass,
    @Nullable String errorText,
    @Nullable JsonNode answer) {

  public static Attempt answered(Instant at, Duration latency, int status, JsonNode answer) {
    return new Attempt(at, latency, status, null, null, answer);
  }

  public static Attempt failed(Instant at, Duration latency, String errorClass, String errorText) {
    return new Attempt(at, latency, null, errorClass, errorText, null);
  }
}
