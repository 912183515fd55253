package io.entrepot.app.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
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
            encoding(spec), delimiter(spec), group, columns(group), names(ignored), condition);
    spec.done();
    return source;
  }

  /** In a CSV source a column is known wherever its name is read: of the first row or of each. */
  SourceFields sourceFields(Set<String> ignored) {
    if (spec == null) {
      return new SourceFields(compiling.used(), ignored);
    }
    return new SourceFields(bothWays(names(compiling.used())), bothWays(names(ignored)));
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

  private static Charset encoding(Spec spec) {
    String name = spec.text("encoding");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw spec.error("'encoding: " + name + "' is unknown; usual are UTF-8, CP949, windows-31j");
    }
  }

  private static char delimiter(Spec spec) {
    String text = spec.text("delimiter");
    if (text != null && text.length() != 1) {
      throw spec.error("'delimiter:' must be one character");
    }
    return text == null ? ',' : text.charAt(0);
  }
}
