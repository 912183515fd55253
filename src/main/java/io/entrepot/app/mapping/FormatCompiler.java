package io.entrepot.app.mapping;

import io.entrepot.app.mapping.format.CsvTarget;
import io.entrepot.app.mapping.format.CsvTarget.Formulas;
import io.entrepot.app.mapping.format.Encoding;
import io.entrepot.app.mapping.format.JsonSource;
import io.entrepot.app.mapping.format.SourceFormat;
import io.entrepot.app.mapping.format.TargetFormat;
import io.entrepot.app.mapping.format.XmlNames;
import io.entrepot.app.mapping.format.XmlSource;
import io.entrepot.app.mapping.format.XmlTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles {@code source:} and {@code target:}. */
final class FormatCompiler {
  private final TargetSchema schema;

  FormatCompiler(TargetSchema schema) {
    this.schema = schema;
  }

  /**
   * How bytes are read; null where documents come as trees.
   *
   * @param read patterns of all paths that the mapping reads or ignores
   */
  @Nullable SourceFormat source(@Nullable Spec spec, Set<String> read) {
    if (spec == null) {
      return null;
    }
    String format = spec.word("format", "json", "xml", "fixed");
    SourceFormat source =
        switch (format) {
          case "xml" -> new XmlSource(root(spec), names(spec), lists(read), encoding(spec));
          case "fixed" -> FixedCompiler.compile(spec);
          default -> new JsonSource(encoding(spec));
        };
    spec.done();
    return source;
  }

  /** Elements that the mapping goes through may repeat; any other stands once. */
  private static Set<String> lists(Set<String> read) {
    Set<String> lists = new TreeSet<>();
    for (String path : read) {
      for (int at = path.indexOf("[]"); at >= 0; at = path.indexOf("[]", at + 1)) {
        lists.add(path.substring(0, at).replace("[]", ""));
      }
    }
    return lists;
  }

  @Nullable TargetFormat target(@Nullable Spec spec) {
    if (spec == null) {
      return null;
    }
    String format = spec.word("format", "xml", "csv", "fixed");
    TargetFormat target =
        switch (format) {
          case "csv" -> csv(spec);
          case "fixed" -> FixedCompiler.compile(spec);
          default -> new XmlTarget(root(spec), names(spec), encoding(spec));
        };
    spec.done();
    return target;
  }

  private static String root(Spec spec) {
    return spec.requireText("root");
  }

  private static XmlNames names(Spec spec) {
    Map<String, String> uris = new LinkedHashMap<>();
    Spec declared = spec.map("namespaces");
    if (declared != null) {
      declared.entries().forEach(entry -> uris.put(entry.getKey(), entry.getValue().asText()));
    }
    return new XmlNames(uris);
  }

  static Encoding encoding(Spec spec) {
    String name = spec.text("encoding");
    if (name == null) {
      return Encoding.UTF_8;
    }
    return Encoding.named(name)
        .orElseThrow(
            () ->
                spec.error(
                    "encoding",
                    "'encoding: "
                        + name
                        + "' is unknown; usual are UTF-8, UTF-16, CP949, EUC-KR, windows-31j,"
                        + " Shift_JIS"));
  }

  static char delimiter(Spec spec) {
    String text = spec.text("delimiter");
    if (text != null && text.length() != 1) {
      throw spec.error("delimiter", "'delimiter:' must be one character");
    }
    return text == null ? ',' : text.charAt(0);
  }

  static String lineEnd(Spec spec) {
    return spec.word("line", "crlf", "lf").equals("lf") ? "\n" : "\r\n";
  }

  private CsvTarget csv(Spec spec) {
    String rows = spec.text("rows") == null ? "rows" : spec.requireText("rows");
    List<String> known = schema.names(rows + "[]");
    List<String> columns = spec.has("columns") ? spec.texts("columns") : known;
    if (known.isEmpty() || !known.containsAll(columns)) {
      throw spec.error("the columns are fields of '" + rows + "[]', which has " + known);
    }
    Formulas formulas =
        Formulas.valueOf(spec.word("formulas", "guard", "refuse", "keep").toUpperCase(Locale.ROOT));
    return new CsvTarget(
        encoding(spec),
        spec.flag("mark"),
        delimiter(spec),
        rows,
        columns,
        header(spec, columns),
        formulas,
        spec.word("quote", "where-needed", "all").equals("all"),
        lineEnd(spec));
  }

  /** The columns' own names, or others, or with {@code header: []} none. */
  private static List<String> header(Spec spec, List<String> columns) {
    List<String> names = spec.has("header") ? spec.texts("header") : new ArrayList<>(columns);
    if (!names.isEmpty() && names.size() != columns.size()) {
      throw spec.error(
          "header", "'header:' names " + names.size() + " columns; there are " + columns.size());
    }
    return names;
  }
}
