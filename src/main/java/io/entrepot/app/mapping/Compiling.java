package io.entrepot.app.mapping;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the parts of one mapping share while they are compiled. */
final class Compiling {
  private final CodeTables tables;
  private final Map<String, BigDecimal> rates;
  private final TargetSchema schema;
  private final Set<String> used = new TreeSet<>();
  private final Set<String> points = new TreeSet<>();

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
