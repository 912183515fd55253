package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a mapping from being promoted.
 *
 * @param line in its file, from 1; 0 where the reason itself names the place
 * @param example null if it is about no single example
 */
@JsonNaming(SnakeCaseStrategy.class)
record CheckFinding(int line, @Nullable String example, String reason) {

  /** For people, as compilers write it. */
  String text(String file) {
    String place = line == 0 ? "" : file + ":" + line + ": ";
    return place + (example == null ? "" : "example '" + example + "' ") + reason;
  }
}
