package io.entrepot.app.mapping;

/**
 * One value that could not be translated.
 *
 * @param target path of the field in the target, as {@code lines[3].quantity}; empty for the whole
 * @param source path it was read from, as {@code $.rows[3].Quantity}; empty if it has none
 * @param value the offending value as text, shortened; empty if there is none
 * @param reason what is wrong with it, for a person
 * @param position {@code row 17 column qty} where the source was a file's row; else empty
 */
public record MappingError(
    String target, String source, String value, String reason, String position) {

  public MappingError(String target, String source, String value, String reason) {
    this(target, source, value, reason, "");
  }

  /** The same of the other end: what does not fit there is the source. */
  MappingError ofSource() {
    String path = target.isEmpty() ? "$" : target.startsWith("[") ? "$" + target : "$." + target;
    return new MappingError("", path, value, "the source's " + path + ": " + reason, position);
  }

  @Override
  public String toString() {
    String said = target.isEmpty() ? reason : target + ": " + reason;
    return position.isEmpty() ? said : said + ", " + position;
  }
}
