package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * When an answer is a success: partners say no in a 200 as well.
 *
 * @param statuses empty for any 2xx
 * @param where each of these fields has one of these values
 */
record SuccessRule(Set<Integer> statuses, Map<FieldPath, Set<String>> where) {
  static final SuccessRule ANY_2XX = new SuccessRule(Set.of(), Map.of());

  boolean status(int status) {
    return statuses.isEmpty() ? status >= 200 && status < 300 : statuses.contains(status);
  }

  boolean body(JsonNode body) {
    return where.entrySet().stream()
        .allMatch(rule -> rule.getKey().textIn(body).filter(rule.getValue()::contains).isPresent());
  }
}
