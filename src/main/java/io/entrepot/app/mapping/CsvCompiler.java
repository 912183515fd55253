package io.entrepot.app.mapping;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code csv:}: encoding, delimiter, the grouping column and which rows count. */
final class CsvCompiler {
  private static final Pattern OF_A_ROW = Pattern.compile("\\$\\.(?:row|rows\\[\\])\\.(.+)");

  private final Compiling compiling;
  private final @Nullable Spec spec;

  CsvCompiler(Compiling compiling, @Nullable Spec spec) {
    this.compiling = compiling;
    this.spec = spec;
  }

  @Nullable CsvSource compile(Set<String> ignored) {
    if (spec == null) {
      return null;
    }
    String group = spec.requireText("group");
    Spec where = spec.map("where");
    Condition condition =
        where == null ? Condition.ALWAYS : new Conditions(compiling).compile(where, Place.ROOT);
    CsvSource source =
        new CsvSource(
            FormatCompiler.encoding(spec).charset(),
            FormatCompiler.delimiter(spec),
            group,
            columns(group),
            names(ignored),
            condition);
    spec.done();
    return source;
  }

  /** In a CSV source a column is known wherever its name is read: of the first row or of each. */
  SourceFields sourceFields(Set<String> ignored) {
    if (spec == null) {
      return new SourceFields(compiling.used(), ignored, compiling.named());
    }
    return new SourceFields(
        bothWays(names(compiling.used())), bothWays(names(ignored)), compiling.named());
  }

  private Set<String> columns(String group) {
    Set<String> columns = names(compiling.used());
    columns.add(group);
    return columns;
  }

  private static Set<String> names(Set<String> patterns) {
    Set<String> names = new TreeSet<>();
    for (String pattern : patterns) {
      var matcher = OF_A_ROW.matcher(pattern);
      if (matcher.matches()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static Set<String> bothWays(Set<String> names) {
    Set<String> paths = new TreeSet<>();
    names.forEach(name -> paths.add("$.row." + name));
    names.forEach(name -> paths.add("$.rows[]." + name));
    return paths;
  }
}
