package io.entrepot.app.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks all route files together: what a single file may say, and what it may say it with. */
final class RouteLint {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> stepIds = new HashMap<>();
  private final Set<String> configurations = new HashSet<>();

  private RouteLint() {}

  static List<Finding> check(List<RouteFile> files) {
    RouteLint lint = new RouteLint();
    files.stream().filter(RouteFile::shared).forEach(lint::shared);
    files.stream().filter(file -> !file.shared()).forEach(lint::route);
    return List.copyOf(lint.findings);
  }

  private void shared(RouteFile file) {
    JsonNode items = items(file);
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      JsonNode known = item.path("routeConfiguration");
      if (known.isMissingNode() && item.path("routeTemplate").isMissingNode()) {
        add(file, "/" + i, "only routeConfiguration and routeTemplate stand in _shared");
      }
      configurations.add(known.path("id").asText());
      body(file, "/" + i, item);
    }
  }

  private void route(RouteFile file) {
    JsonNode items = items(file);
    JsonNode route = items.path(0).path("route");
    if (items.size() != 1 || !route.isObject()) {
      add(file, "/", "a file holds one '- route:' and nothing else");
      return;
    }
    if (!route.path("id").asText().equals(file.id())) {
      add(file, "/0/route/id", "the id is the path of the file: '" + file.id() + "'");
    }
    String configuration = route.path("routeConfigurationId").asText();
    if (!configurations.contains(configuration)) {
      add(
          file,
          "/0/route/routeConfigurationId",
          "'" + configuration + "' is none of routes/_shared: " + configurations);
    }
    body(file, "/0/route", route);
  }

  private JsonNode items(RouteFile file) {
    JsonNode tree = file.tree();
    if (!tree.isArray()) {
      add(file, "/", "this is no YAML list; begin with '- route:'");
    }
    return tree;
  }

  private void body(RouteFile file, String where, JsonNode node) {
    new RouteWalk(
            (place, problem) -> add(file, place, problem),
            (place, id) -> {
              String first = stepIds.putIfAbsent(id, file.path());
              if (first != null) {
                add(file, place, "the step id '" + id + "' stands in routes/" + first + " too");
              }
            })
        .walk(where, node);
  }

  private void add(RouteFile file, String where, String problem) {
    findings.add(new Finding(file.path(), where, problem));
  }
}
