package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where a value comes from: a path, or an expression. */
interface ValueSource {
  /** Null when there is none. */
  @Nullable JsonNode read(Scope scope) throws BadValue;

  /** The place in the source, for messages. */
  String in(Scope scope);

  /** The row and column of a file, if it is a row's; else empty. */
  default String position(Scope scope) {
    return "";
  }
}
