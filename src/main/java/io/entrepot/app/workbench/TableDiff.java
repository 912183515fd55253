package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.mapping.MappingReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares what stands beside the fields: code tables row by row, and the schemas. */
final class TableDiff {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final DiffEntries entries;

  TableDiff(DiffEntries entries) {
    this.entries = entries;
  }

  void compare(MappingBundle old, JsonNode before, MappingBundle next, JsonNode after) {
    JsonNode was = before.path("tables");
    JsonNode is = after.path("tables");
    for (String table : DiffEntries.keys(was, is)) {
      if (was.has(table) && is.has(table)) {
        entries.rows("table", table, rows(old, was.get(table)), rows(next, is.get(table)));
      } else {
        entries.value("table", table, was.path(table), is.path(table));
      }
    }
    schemas(old, next);
  }

  /** A text is the path of a file. */
  private static JsonNode rows(MappingBundle bundle, JsonNode table) {
    byte[] file = table.isTextual() ? bundle.find(table.textValue()) : null;
    return file == null ? table : tree(table.textValue(), file);
  }

  private void schemas(MappingBundle old, MappingBundle next) {
    Set<String> paths = new TreeSet<>(old.files().keySet());
    paths.addAll(next.files().keySet());
    for (String path : paths) {
      if (path.endsWith(".json")) {
        JsonNode before = schema(path, old);
        JsonNode after = schema(path, next);
        for (DocumentDiff.Difference each : DocumentDiff.of(before, after)) {
          entries.value("schema", path + " " + each.path(), each.before(), each.after());
        }
      }
    }
  }

  private static JsonNode schema(String path, MappingBundle bundle) {
    byte[] file = bundle.find(path);
    return file == null ? MissingNode.getInstance() : tree(path, file);
  }

  /** What cannot be read as a tree is compared by its version only. */
  private static JsonNode tree(String path, byte[] file) {
    try {
      if (path.endsWith(".csv")) {
        return rows(file);
      }
      return path.endsWith(".json") ? JSON.readTree(file) : MappingReader.tree(path, file);
    } catch (IOException | UncheckedIOException | MappingFileException e) {
      return TextNode.valueOf("a file of " + file.length + " bytes, hash " + hash(file));
    }
  }

  /** Code and value under a header. */
  private static JsonNode rows(byte[] file) throws IOException {
    ObjectNode rows = JSON.createObjectNode();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new String(file, StandardCharsets.UTF_8), format)) {
      for (CSVRecord row : parser) {
        rows.put(row.get(0), row.size() > 1 ? row.get(1) : "");
      }
    }
    return rows;
  }

  private static String hash(byte[] file) {
    return Integer.toHexString(Arrays.hashCode(file));
  }
}
