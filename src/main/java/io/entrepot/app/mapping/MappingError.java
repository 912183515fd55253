package io.entrepot.app.mapping;

/**
 * One value that could not be translated.
 *
 * @param target path of the field in the target, as {@code lines[3].quantity}; empty for the whole
 * @param source path it was read from, as {@code $.rows[3].Quantity}; empty if it has none
 * @param value the offending value as text, shortened; empty if there is none
 * @param reason what is wrong with it, for a person
 */
public record MappingError(String target, String source, String value, String reason) {

  @Override
  public String toString() {
    return target.isEmpty() ? reason : target + ": " + reason;
  }
}
