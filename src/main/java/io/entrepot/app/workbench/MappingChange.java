package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version was put in force.
 *
 * @param no counts the changes of all mappings, in the order in which they came
 * @param previous in force before; null where there was no mapping of that name
 * @param why as it was said; null if nothing was
 */
@JsonNaming(SnakeCaseStrategy.class)
record MappingChange(
    long no,
    String name,
    Kind kind,
    String version,
    @Nullable String previous,
    Instant at,
    String who,
    @Nullable String why) {

  enum Kind {
    PROMOTED,
    ROLLED_BACK
  }
}
