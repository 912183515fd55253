package io.entrepot.app.imports;

import io.entrepot.app.mapping.CsvSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, checked against a mapping.
 *
 * @param names as they stand in the file, without surrounding blanks
 * @param unknown columns that the mapping neither reads nor ignores
 */
record Header(List<String> names, List<String> unknown) {

  Header {
    names = List.copyOf(names);
    unknown = List.copyOf(unknown);
  }

  static Header of(@Nullable CsvRow row, CsvSource source, Set<String> alsoRead) {
    if (row == null) {
      throw new ImportRefused("import-header-missing", "The file has no row: not even a header.");
    }
    if (!row.sound()) {
      throw new ImportRefused("import-header-broken", "The header " + row.problem() + ".");
    }
    List<String> names = row.values().stream().map(String::strip).toList();
    if (Collections.disjoint(names, source.columns())) {
      throw missing(
          "import-header-missing", "The file has no header", names, source.columns(), source);
    }
    refuseDuplicates(names);
    refuseMissing(names, source);
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(source.columns());
    unknown.removeAll(source.ignored());
    unknown.removeAll(alsoRead);
    unknown.removeAll(ErrorColumns.ALL);
    return new Header(names, unknown);
  }

  private static void refuseDuplicates(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new ImportRefused(
            "import-header-duplicate",
            "The column '"
                + Texts.shortened(name)
                + "' stands twice in the header. Rename or remove one.");
      }
    }
  }

  private static void refuseMissing(List<String> names, CsvSource source) {
    Set<String> missing = new TreeSet<>(source.columns());
    missing.removeAll(names);
    if (missing.isEmpty()) {
      return;
    }
    throw missing("import-columns-missing", "The file lacks columns", names, missing, source);
  }

  private static ImportRefused missing(
      String code, String what, List<String> names, Set<String> columns, CsvSource source) {
    return new ImportRefused(
        code,
        what
            + ": the mapping reads "
            + new TreeSet<>(columns)
            + ", the first row is '"
            + Texts.shortened(String.join(String.valueOf(source.delimiter()), names))
            + "'.");
  }

  /** Whether the file is an error file that comes back. */
  boolean corrects() {
    return names.contains(ErrorColumns.BATCH_ID) && names.contains(ErrorColumns.ROW);
  }
}
