package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * All mappings in force.
 *
 * @param waiting names of files in the definitions folder that came after the start: promote them,
 *     or start again
 */
@JsonNaming(SnakeCaseStrategy.class)
record MappingList(List<MappingState> mappings, List<String> waiting) {}
