package io.entrepot.app.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Goes through one file's tree and applies {@link RouteRules} to each place. */
final class RouteWalk {
  private final BiConsumer<String, String> problems;
  private final BiConsumer<String, String> stepIds;

  /** Both are told the place first. */
  RouteWalk(BiConsumer<String, String> problems, BiConsumer<String, String> stepIds) {
    this.problems = problems;
    this.stepIds = stepIds;
  }

  void walk(String where, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(field -> field(where, field.getKey(), field.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(where + "/" + i, node.get(i));
      }
    }
  }

  private void field(String where, String name, JsonNode value) {
    String place = where + "/" + name;
    RouteRules.field(name, value).ifPresent(problem -> problems.accept(place, problem));
    if (name.equals("steps")) {
      steps(place, value);
    }
    walk(place, value);
  }

  private void steps(String where, JsonNode steps) {
    for (int i = 0; i < steps.size(); i++) {
      String place = where + "/" + i;
      JsonNode step = steps.get(i);
      String kind = step.isObject() && step.size() == 1 ? step.fieldNames().next() : "";
      String id = step.path(kind).path("id").asText();
      if (id.isEmpty()) {
        problems.accept(place, "every step is one entry with an id, as '- to: {id: …, uri: …}'");
      } else {
        stepIds.accept(place, id);
      }
    }
  }
}
