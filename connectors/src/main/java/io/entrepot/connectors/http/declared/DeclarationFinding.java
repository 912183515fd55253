package io.entrepot.connectors.http.declared;

/**
 * What is wrong in a declaration.
 *
 * @param file as its reader named it
 * @param line of the file, the first is 1
 * @param problem with what to write instead
 */
public record DeclarationFinding(String file, int line, String problem) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + problem;
  }
}
