package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How one place of the target gets its value. */
@FunctionalInterface
interface Rule {

  /** The value, or null to leave the field out; what is wrong is told to the scope's run. */
  @Nullable JsonNode value(Scope scope);
}
