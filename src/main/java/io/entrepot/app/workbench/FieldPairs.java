package io.entrepot.app.workbench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a file of field pairs, as integration documents write them: {@code {"data_mappings":
 * {"wms_to_shopee": {"product_code": "sku"}}}}.
 *
 * @param source the system that has the fields
 * @param target the system that wants them
 * @param targetBySource field names; a dot leads into an object
 */
record FieldPairs(String source, String target, Map<String, String> targetBySource) {
  private static final Pattern NAME = Pattern.compile("([a-z0-9_]{1,60}?)_to_([a-z0-9_]{1,60})");
  private static final String ROOT = "data_mappings";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /** A file that is no such list; the message names file, place and what is wanted. */
  static final class BadPairs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadPairs(String reason) {
      super(reason);
    }
  }

  static List<FieldPairs> read(String file, byte[] json) throws IOException {
    JsonNode all = tree(file, json).path(ROOT);
    if (!all.isObject() || all.isEmpty()) {
      throw new BadPairs(file + ": needs an object \"" + ROOT + "\" with entries in it");
    }
    List<FieldPairs> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      pairs.add(entry(file + ", " + ROOT + "." + entry.getKey(), entry));
    }
    return List.copyOf(pairs);
  }

  private static JsonNode tree(String file, byte[] json) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadPairs(file + ":" + line + ": is no JSON: " + e.getOriginalMessage());
    }
  }

  private static FieldPairs entry(String place, Map.Entry<String, JsonNode> entry) {
    Matcher name = NAME.matcher(entry.getKey().toLowerCase(Locale.ROOT));
    if (!name.matches()) {
      throw new BadPairs(place + ": is not named <source>_to_<target>, in letters and digits");
    }
    if (!entry.getValue().isObject() || entry.getValue().isEmpty()) {
      throw new BadPairs(place + ": must be an object of \"source field\": \"target field\"");
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> pair : entry.getValue().properties()) {
      requireNames(place, pair);
      pairs.put(pair.getKey(), pair.getValue().textValue());
    }
    return new FieldPairs(named(name.group(1)), named(name.group(2)), pairs);
  }

  private static void requireNames(String place, Map.Entry<String, JsonNode> pair) {
    String target = pair.getValue().isTextual() ? pair.getValue().textValue() : "";
    if (!FieldName.valid(pair.getKey()) || !FieldName.valid(target)) {
      throw new BadPairs(
          place
              + ": \""
              + pair.getKey()
              + "\": "
              + pair.getValue()
              + " is no pair of field names; a name has letters, digits, _ and -, a dot leads"
              + " into an object");
    }
  }

  private static String named(String system) {
    return system.replace('_', '-');
  }
}
