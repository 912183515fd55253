package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mapping as it is in force on the node that was asked.
 *
 * @param origin where what is in force came from
 * @param since when it was put in force; null if it never was promoted
 * @param who put it in force
 * @param files what it is made of: its own file, its schema, its tables
 * @param notes what keeps this node or its definitions folder from being as everybody expects
 */
@JsonNaming(SnakeCaseStrategy.class)
record MappingState(
    String mapping,
    String version,
    Origin origin,
    @Nullable Instant since,
    @Nullable String who,
    @Nullable String why,
    List<String> files,
    List<String> notes) {

  enum Origin {
    /** Put in force while the hub ran. */
    PROMOTED,
    /** The file of the definitions folder, as it was at the node's start. */
    DEFINITIONS,
    /** The file that came with this release. */
    SHIPPED
  }
}
