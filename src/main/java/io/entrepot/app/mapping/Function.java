package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Translates one value that is there. */
@FunctionalInterface
interface Function {
  JsonNode apply(JsonNode value, Scope scope) throws BadValue;
}
