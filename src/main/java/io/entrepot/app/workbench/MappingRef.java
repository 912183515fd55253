package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which mapping is meant: a file that comes with the request, or one that the hub knows.
 *
 * @param file text of a mapping file; null to name one instead
 * @param files schemas and tables that come with it, by their path from a mappings folder; what is
 *     not among them is taken from the version in force, then from the hub's own folder
 * @param mapping name of a mapping of the hub, when there is no file
 * @param version one that was promoted; null for the one in force
 */
@JsonNaming(SnakeCaseStrategy.class)
record MappingRef(
    @Nullable String file,
    @Nullable Map<String, String> files,
    @Nullable String mapping,
    @Nullable String version) {}
