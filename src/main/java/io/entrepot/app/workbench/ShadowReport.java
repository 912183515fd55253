package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate would have mapped the last messages, beside the version in force. Personal data
 * are hidden; nothing was sent and nothing stored.
 *
 * @param inForce the version it is compared with
 * @param asked how many messages were wanted
 * @param compared how many there were, and were read in time
 * @param complete false when the time was over first
 * @param oldest when the oldest of them came
 * @param rejectedByBoth neither version accepts them, for the same reasons
 * @param unreadable their content cannot be opened any more
 * @param fields what changes, most frequent first
 * @param rejections why the candidate rejects what the version in force accepts
 * @param healed why the version in force rejects what the candidate accepts
 * @param unmapped source fields that the candidate neither maps nor ignores
 */
@JsonNaming(SnakeCaseStrategy.class)
record ShadowReport(
    String mapping,
    String inForce,
    String candidate,
    int asked,
    int compared,
    boolean complete,
    @Nullable Instant oldest,
    int same,
    int changed,
    int nowRejected,
    int noLongerRejected,
    int rejectedByBoth,
    int unreadable,
    List<FieldChange> fields,
    List<Counted> rejections,
    List<Counted> healed,
    List<Counted> unmapped) {

  /** A target field whose value changes, in how many messages, with some of them. */
  @JsonNaming(SnakeCaseStrategy.class)
  record FieldChange(String field, int messages, List<Sample> samples) {}

  /** What it was and would be; null where the field is not there. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Sample(UUID message, @Nullable JsonNode before, @Nullable JsonNode after) {}

  /** A text that many messages have in common, with some of them. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Counted(String text, int messages, List<UUID> samples) {}
}
