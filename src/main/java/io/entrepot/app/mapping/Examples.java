package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** Reads {@code examples:}; one of a CSV mapping is written as the rows of a small file. */
final class Examples {

  private Examples() {}

  static List<Example> read(Spec mapping, @Nullable CsvSource csv) {
    List<Example> examples = new ArrayList<>();
    for (JsonNode node : mapping.require("examples")) {
      Spec spec = Spec.of(mapping.file(), "examples[" + examples.size() + "]", node);
      examples.add(example(spec, csv));
      spec.done();
    }
    if (examples.isEmpty()) {
      throw mapping.error("needs at least one example");
    }
    return List.copyOf(examples);
  }

  private static Example example(Spec spec, @Nullable CsvSource csv) {
    JsonNode out = spec.find("out");
    String rejects = spec.text("rejects");
    if ((out == null) == (rejects == null)) {
      throw spec.error("needs either 'out:' or 'rejects:'");
    }
    JsonNode in = csv == null ? spec.require("in") : rows(spec, csv);
    return new Example(spec.requireText("name"), in, out, rejects);
  }

  private static JsonNode rows(Spec spec, CsvSource csv) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(csv.delimiter())
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(spec.requireText("csv"), format)) {
      List<ObjectNode> rows = new ArrayList<>();
      parser.forEach(record -> rows.add(row(record.toMap())));
      if (rows.isEmpty()) {
        throw spec.error("'csv:' has no row under its header");
      }
      return csv.document(rows);
    } catch (IOException e) {
      throw spec.error("'csv:' is no CSV: " + e.getMessage());
    }
  }

  private static ObjectNode row(java.util.Map<String, String> values) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    values.forEach(row::put);
    return row;
  }
}
