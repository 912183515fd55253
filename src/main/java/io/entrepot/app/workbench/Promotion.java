package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion or a rollback did.
 *
 * @param version in force now
 * @param previous in force before; null where there was no mapping of that name
 * @param changed false if it was in force already: nothing was written
 * @param notes what the operator should know beside
 */
@JsonNaming(SnakeCaseStrategy.class)
record Promotion(
    String mapping,
    String version,
    @Nullable String previous,
    boolean changed,
    List<String> notes) {}
