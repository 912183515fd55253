package io.entrepot.app.workbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent to the workbench. Where a mapping is meant, see {@link MappingRef}. */
final class MappingRequests {
  private static final int LAST_DEFAULT = 1000;
  private static final int SECONDS_DEFAULT = 30;

  private MappingRequests() {}

  /**
   * A document through a mapping.
   *
   * @param message id of a stored message
   * @param document instead of a message
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Preview(
      @Nullable String file,
      @Nullable Map<String, String> files,
      @Nullable String mapping,
      @Nullable String version,
      @Nullable UUID message,
      @Nullable JsonNode document) {
    MappingRef ref() {
      return new MappingRef(file, files, mapping, version);
    }
  }

  /** Two mappings to compare: {@code old} and {@code new}. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Diff(
      @JsonProperty("old") @Nullable MappingRef old,
      @JsonProperty("new") @Nullable MappingRef next) {
    MappingRef before() {
      return require(old);
    }

    MappingRef after() {
      return require(next);
    }

    private static MappingRef require(@Nullable MappingRef ref) {
      if (ref == null) {
        throw ProblemException.badRequest(
            "mapping-not-said", "Send 'old' and 'new', each with 'file' or 'mapping'.");
      }
      return ref;
    }
  }

  /**
   * A candidate on real messages.
   *
   * @param last how many; null for 1000
   * @param seconds at most; null for 30
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record ShadowRun(
      @Nullable String file,
      @Nullable Map<String, String> files,
      @Nullable String mapping,
      @Nullable String version,
      @Nullable Integer last,
      @Nullable Integer seconds) {
    MappingRef ref() {
      return new MappingRef(file, files, mapping, version);
    }

    int lastOrDefault() {
      return last == null ? LAST_DEFAULT : last;
    }

    int secondsOrDefault() {
      return seconds == null ? SECONDS_DEFAULT : seconds;
    }
  }

  /**
   * A file to put in force.
   *
   * @param expect the version that must be in force; null for whichever is
   * @param by who asks, where the operations key does not tell
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Change(
      @Nullable String file,
      @Nullable Map<String, String> files,
      @Nullable String expect,
      @Nullable String by,
      @Nullable String why) {
    MappingRef ref() {
      return new MappingRef(file, files, null, null);
    }
  }

  /**
   * Back to an earlier version.
   *
   * @param to null for the one before the last promotion
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Rollback(
      @Nullable String to, @Nullable String expect, @Nullable String by, @Nullable String why) {}
}
