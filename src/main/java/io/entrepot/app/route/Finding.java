package io.entrepot.app.route;

/**
 * What is wrong with a route file.
 *
 * @param file path below {@code routes/}
 * @param where as in {@code /0/route/from/steps/1/to}
 * @param problem and what to write instead
 */
public record Finding(String file, String where, String problem) {
  @Override
  public String toString() {
    return "routes/" + file + " " + where + ": " + problem;
  }
}
