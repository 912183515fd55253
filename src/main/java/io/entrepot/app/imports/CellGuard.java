package io.entrepot.app.imports;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula: an apostrophe goes before what would be
 * one, and off again when the file comes back.
 */
final class CellGuard {
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");

  private CellGuard() {}

  static String guard(String cell) {
    boolean formula = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    return formula || GUARDED.matcher(cell).matches() ? "'" + cell : cell;
  }

  static String unguard(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
