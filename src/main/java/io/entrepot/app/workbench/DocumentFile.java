package io.entrepot.app.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.mapping.CsvSource;
import io.entrepot.app.mapping.Mapping;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file with documents to try a mapping on: JSON, or what the mapping declares as its source. */
final class DocumentFile {
  private static final int DOCUMENTS_MAX = 100;

  /** Amounts stay as they were written, as in the message store. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private DocumentFile() {}

  /**
   * One of JSON; of CSV those of the first rows, at most 100.
   *
   * @throws io.entrepot.app.mapping.MappingException if the bytes are not what the mapping declares
   */
  static List<JsonNode> read(Path file, Mapping mapping) {
    try {
      if (mapping.csv().isPresent() && !file.toString().endsWith(".json")) {
        return rows(file, mapping.csv().get());
      }
      if (mapping.readsBytes() && !file.toString().endsWith(".json")) {
        return List.of(mapping.read(Files.readAllBytes(file)));
      }
      return List.of(JSON.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      throw new StartRefused(file + " is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new StartRefused(file + " cannot be read: " + e, e);
    }
  }

  private static List<JsonNode> rows(Path file, CsvSource csv) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(csv.delimiter())
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    Map<String, List<ObjectNode>> groups = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file, csv.encoding());
        CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord record : rows) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        record.toMap().forEach(row::put);
        String key = row.path(csv.group()).asText();
        if (csv.concerns(row) && (groups.containsKey(key) || groups.size() < DOCUMENTS_MAX)) {
          groups.computeIfAbsent(key, fresh -> new ArrayList<>()).add(row);
        }
      }
    }
    if (groups.isEmpty()) {
      throw new StartRefused(file + " has no row that concerns this mapping");
    }
    return groups.values().stream().map(group -> (JsonNode) csv.document(group)).toList();
  }
}
