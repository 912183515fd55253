package io.entrepot.app.mapping;

import io.entrepot.app.mapping.expression.Expression;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the parts of one mapping share while they are compiled. */
final class Compiling {
  private final CodeTables tables;
  private final Map<String, BigDecimal> rates;
  private final TargetSchema schema;
  private final Set<String> used = new TreeSet<>();
  private final Set<String> points = new TreeSet<>();
  private final Map<String, Set<String>> named = new TreeMap<>();

  Compiling(CodeTables tables, Map<String, BigDecimal> rates, TargetSchema schema) {
    this.tables = tables;
    this.rates = Map.copyOf(rates);
    this.schema = schema;
  }

  CodeTables tables() {
    return tables;
  }

  /** Declared rates by {@code GBP/KRW}: one of the first is worth that many of the second. */
  Map<String, BigDecimal> rates() {
    return rates;
  }

  TargetSchema schema() {
    return schema;
  }

  /** Notes that a source field is mapped. */
  void uses(SourcePath path, Place place, Spec spec) {
    used.add(pattern(path, place, spec));
  }

  /** Notes that an expression reads fields: any of these names, at any depth below. */
  void uses(Expression expression, Place place) {
    Set<String> fields = expression.fields();
    named.computeIfAbsent(place.sources().get(0), key -> new TreeSet<>()).addAll(fields);
    if (expression.readsWholeSource()) {
      named.computeIfAbsent("$", key -> new TreeSet<>()).addAll(fields);
    }
  }

  /** What expressions read, by the place they read from. */
  Map<String, Set<String>> named() {
    return named;
  }

  /** The path from the whole document, as {@code $.lines[].quantity}. */
  static String pattern(SourcePath path, Place place, Spec spec) {
    if (path.outward() >= place.sources().size()) {
      throw spec.error("'" + path + "' goes further out than there is an each");
    }
    return path.pattern(place.sources().get(path.outward()));
  }

  Set<String> used() {
    return used;
  }

  /** Notes a rule that an example must show. */
  void needsExample(String point) {
    points.add(point);
  }

  Set<String> points() {
    return points;
  }
}
