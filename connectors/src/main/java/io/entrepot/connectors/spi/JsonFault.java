package io.entrepot.connectors.spi;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a JSON text was not read, for who sent it: the place, and what stands there. Of the text
 * itself only names are repeated, as a value may be a secret.
 */
public final class JsonFault {
  private static final int NAME_CHARS_MAX = 60;
  private static final Pattern TWICE =
      Pattern.compile(
          "Duplicate (?:field|Object property) ['\"](.*?)['\"](?: for .*)?", Pattern.DOTALL);
  private static final Pattern RANGE =
      Pattern.compile(
          "Numeric value .* out of range of \\w+ \\((-?\\d+) - (-?\\d+)\\)", Pattern.DOTALL);
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.)'.*", Pattern.DOTALL);

  /** By how the reader's own words begin, which name its classes and switches. */
  private static final Map<String, String> WORDS =
      Map.of(
          "Document nesting depth", "it nests too deeply; 100 levels are the most",
          "Number value length", "a number has too many digits; 100 are the most",
          "BigDecimal scale", "a number's exponent is too large",
          "Number has more than", "a number has more than 1000 digits when it is written out",
          "String value length", "a text is too long",
          "Unexpected end-of-input", "the text ends too early",
          "Unrecognized token", "a word that is neither in quotes nor true, false or null",
          "Trailing token", "something follows the value",
          "Illegal unquoted character", "a control character stands in a text; escape it",
          "Non-standard token", "NaN and infinity are no numbers of JSON");

  private JsonFault() {}

  /** Such as {@code line 1, column 30: 'amount' stands twice}. */
  public static String of(JsonProcessingException e) {
    return place(e.getLocation()) + reason(String.valueOf(e.getOriginalMessage()));
  }

  /** Such as {@code "line 1, column 30: "}; empty if nobody knows. */
  public static String place(@Nullable JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : "line %d, column %d: ".formatted(at.getLineNr(), Math.max(1, at.getColumnNr()));
  }

  /** A name from outside that can be shown in a line. */
  public static String shown(String name) {
    String clipped =
        name.length() > NAME_CHARS_MAX ? name.substring(0, NAME_CHARS_MAX) + "…" : name;
    return "'" + clipped.replaceAll("\\p{Cntrl}", "?") + "'";
  }

  private static String reason(String said) {
    Matcher twice = TWICE.matcher(said);
    if (twice.matches()) {
      return shown(twice.group(1)) + " stands twice";
    }
    Matcher range = RANGE.matcher(said);
    if (range.matches()) {
      return "a number from %s to %s is needed".formatted(range.group(1), range.group(2));
    }
    Matcher character = CHARACTER.matcher(said);
    if (character.matches()) {
      return "unexpected character " + shown(character.group(1)) + ", this is no JSON";
    }
    return WORDS.entrySet().stream()
        .filter(word -> said.startsWith(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("this is no JSON");
  }
}
