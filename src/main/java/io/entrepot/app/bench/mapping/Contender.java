package io.entrepot.app.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** One way of translating the same orders, each in the form that suits it best. */
interface Contender {
  String name();

  /** Translates the order of that number; what comes back keeps the work from being left out. */
  Object translate(int order) throws Exception;

  /** The same as JSON, to be compared. */
  JsonNode result(int order) throws Exception;
}
