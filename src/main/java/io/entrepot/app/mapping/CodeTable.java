package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * A partner's codes and ours. An unknown code is rejected, never passed through.
 *
 * @param inline stands in the mapping file itself, so that each row needs an example
 */
record CodeTable(String name, Map<String, JsonNode> rows, boolean inline) {

  JsonNode translate(JsonNode code, Run run) throws BadValue {
    JsonNode ours = rows.get(code.asText());
    if (ours == null) {
      run.touch(missPoint());
      throw new BadValue("no code '" + Run.shown(code) + "' in " + name);
    }
    if (run.showing()) {
      run.touch(inline ? hitPoint(code.asText()) : hitPoint("*"));
    }
    return ours;
  }

  Set<String> codes() {
    return rows.keySet();
  }

  String hitPoint(String code) {
    return "table " + name + " row '" + code + "'";
  }

  String missPoint() {
    return "table " + name + " an unknown code";
  }
}
