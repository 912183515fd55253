package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrepot.app.mapping.format.Encoding;
import io.entrepot.app.mapping.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A code table in a file of its own: YAML, or CSV of two columns under a header. */
final class TableFile {
  private static final Pattern FORMULA = Pattern.compile("[=@\\t\\r].*|[+-](?![0-9.]+$).*");

  private TableFile() {}

  static Iterable<Map.Entry<String, JsonNode>> rows(String path, byte[] bytes) {
    return path.endsWith(".csv")
        ? csv(path, bytes).entrySet()
        : StrictYaml.read(path, bytes).properties();
  }

  private static Map<String, JsonNode> csv(String path, byte[] bytes) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    try (CSVParser parser = CSVParser.parse(Encoding.UTF_8.decode(bytes), CSVFormat.RFC4180)) {
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        requireSound(path, line, record);
        if (record.getRecordNumber() > 1 && rows.put(record.get(0), text(record)) != null) {
          throw error(path, line, "the code '" + record.get(0) + "' stands twice");
        }
      }
      return rows;
    } catch (FormatException e) {
      throw new MappingFileException(path, "", e.getMessage() + "; save it as UTF-8");
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new MappingFileException(path, "", "is no CSV: " + e.getMessage());
    }
  }

  private static JsonNode text(CSVRecord record) {
    return TextNode.valueOf(record.get(1));
  }

  private static void requireSound(String path, long line, CSVRecord record) {
    if (record.size() != 2) {
      throw error(path, line, "has " + record.size() + " columns; a table has code and value");
    }
    for (String cell : record) {
      if (cell.isBlank()) {
        throw error(path, line, "has an empty cell");
      }
      if (FORMULA.matcher(cell).matches()) {
        throw error(path, line, "'" + cell + "' is a formula, not a code");
      }
      if (!cell.equals(cell.strip())) {
        throw error(path, line, "'" + cell + "' has blanks around it");
      }
    }
  }

  private static MappingFileException error(String path, long line, String problem) {
    return new MappingFileException(path, "line " + line, problem);
  }
}
