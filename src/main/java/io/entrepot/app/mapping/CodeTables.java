package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables a mapping declares: in place, or by the path of a file. */
final class CodeTables {
  private final Map<String, CodeTable> tables = new LinkedHashMap<>();

  /** Reads {@code tables:}; a text there is a file's path from the mappings folder. */
  static CodeTables read(@Nullable Spec spec, DefinitionFiles files) {
    CodeTables all = new CodeTables();
    if (spec == null) {
      return all;
    }
    for (Map.Entry<String, JsonNode> entry : spec.entries()) {
      String name = entry.getKey();
      boolean inline = entry.getValue().isObject();
      Iterable<Map.Entry<String, JsonNode>> rows =
          inline
              ? entry.getValue().properties()
              : file(spec, name, entry.getValue().asText(), files);
      all.tables.put(name, table(spec, name, rows, inline));
    }
    return all;
  }

  private static Iterable<Map.Entry<String, JsonNode>> file(
      Spec spec, String name, String path, DefinitionFiles files) {
    byte[] bytes = files.find(path);
    if (bytes == null) {
      throw spec.error(name, "there is no table file mappings/" + path);
    }
    return TableFile.rows(path, bytes);
  }

  private static CodeTable table(
      Spec spec, String name, Iterable<Map.Entry<String, JsonNode>> rows, boolean inline) {
    Map<String, JsonNode> byCode = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> row : rows) {
      if (!row.getValue().isValueNode() || row.getValue().isNull()) {
        throw spec.error(
            name, "the row '" + row.getKey() + "' of table '" + name + "' has no value");
      }
      byCode.put(row.getKey(), row.getValue());
    }
    if (byCode.isEmpty()) {
      throw spec.error(name, "the table '" + name + "' has no row");
    }
    return new CodeTable(name, Map.copyOf(byCode), inline);
  }

  CodeTable require(String name, Spec user) {
    CodeTable table = tables.get(name);
    if (table == null) {
      throw user.error("there is no table '" + name + "'; declared: " + tables.keySet());
    }
    return table;
  }

  Collection<CodeTable> all() {
    return tables.values();
  }
}
