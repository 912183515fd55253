package io.entrepot.app.partner.create;

import io.entrepot.app.embedded.StartRefused;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The names that a partner goes by.
 *
 * @param id as in {@code acme-parcels}: its folder in routes and mappings, its settings
 */
public record NewPartner(String id) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LENGTH_MIN = 2;
  // Longer class names would not fit the lines of the generated sources.
  private static final int LENGTH_MAX = 20;
  // "rest": its RestSandbox would import a class of the same name.
  private static final Set<String> TAKEN =
      Set.of(
          "spi", "http", "sandbox", "hub", "all", "new", "list", "test", "import", "sample",
          "rest");
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");

  /**
   * Checks the name.
   *
   * @throws StartRefused saying how a name looks
   */
  public NewPartner {
    if (!ID.matcher(id).matches() || id.length() < LENGTH_MIN || id.length() > LENGTH_MAX) {
      throw new StartRefused(
          "a partner's name is %d to %d small letters and digits, with hyphens between words, such"
                  .formatted(LENGTH_MIN, LENGTH_MAX)
              + " as acme or acme-parcels");
    }
    String joined = id.replace("-", "");
    if (TAKEN.contains(id) || SourceVersion.isKeyword(joined) || DEVICE.matcher(id).matches()) {
      throw new StartRefused("'" + id + "' is a word with a meaning of its own: take another name");
    }
  }

  /** Of the Java package: {@code acmeparcels}. */
  String packageName() {
    return id.replace("-", "");
  }

  /** Of classes: {@code AcmeParcels}. */
  String className() {
    return words("");
  }

  /** For people: {@code Acme Parcels}. */
  String title() {
    return words(" ");
  }

  private String words(String between) {
    return Arrays.stream(id.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(between));
  }

  /** A template with the names in it. */
  String fill(String template) {
    return template
        .replace("@id@", id)
        .replace("@package@", packageName())
        .replace("@Name@", className())
        .replace("@Title@", title());
  }
}
