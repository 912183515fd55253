package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.app.mapping.format.Encoding;
import io.entrepot.app.mapping.format.FormatException;
import java.util.regex.Pattern;

/** What is done with texts; characters are counted as people count them, not as Java does. */
final class TextFunctions {
  private static final int CHARS_MAX = 100_000;

  private TextFunctions() {}

  /**
   * {@code width}, {@code with} (a blank) and {@code side: left | right}; a longer text is refused.
   */
  static Function pad(Spec options) {
    options.require("width");
    int width = options.number("width", 1, CHARS_MAX, 1);
    String with = options.text("with") == null ? " " : options.requireText("with");
    boolean left = options.word("side", "left", "right").equals("left");
    if (with.length() != 1) {
      throw options.error("with", "'with:' must be one character");
    }
    return (value, scope) -> {
      String text = Functions.scalar(value).asText();
      int missing = width - text.codePointCount(0, text.length());
      if (missing < 0) {
        throw new BadValue("'" + Run.shown(value) + "' is longer than " + width + " characters");
      }
      String padding = with.repeat(missing);
      return Functions.text(left ? padding + text : text + padding);
    };
  }

  /** {@code after} and {@code before} a text, or {@code at} and {@code length} in characters. */
  static Function substring(Spec options) {
    String after = options.text("after");
    String before = options.text("before");
    int at = options.number("at", 0, CHARS_MAX, 0);
    int length = options.number("length", 1, CHARS_MAX, CHARS_MAX);
    return (value, scope) -> {
      String text = Functions.scalar(value).asText();
      text = after == null ? text : text.substring(end(text, after));
      text = before == null ? text : text.substring(0, found(text, before));
      int chars = text.codePointCount(0, text.length());
      if (at > chars) {
        throw new BadValue("'" + text + "' has no character " + at);
      }
      int from = text.offsetByCodePoints(0, at);
      return Functions.text(
          text.substring(from, text.offsetByCodePoints(from, Math.min(length, chars - at))));
    };
  }

  private static int end(String text, String what) throws BadValue {
    return found(text, what) + what.length();
  }

  private static int found(String text, String what) throws BadValue {
    int at = text.indexOf(what);
    if (at < 0) {
      throw new BadValue("'" + text + "' has no '" + what + "'");
    }
    return at;
  }

  /** {@code pattern}, a regular expression, and {@code with}, where {@code $1} is a group. */
  static Function replace(Spec options) {
    Pattern pattern = options.pattern("pattern");
    String with = options.requireText("with");
    if (pattern == null) {
      throw options.error("needs 'pattern:'");
    }
    return (value, scope) ->
        Functions.text(Texts.replaceAll(pattern, Functions.scalar(value).asText(), with));
  }

  /** {@code by} a text; parts without blanks around them. */
  static Function split(Spec options) {
    Pattern by = Pattern.compile(options.requireText("by"), Pattern.LITERAL);
    return (value, scope) -> {
      ArrayNode parts = JsonNodeFactory.instance.arrayNode();
      for (String part : by.split(Functions.scalar(value).asText(), -1)) {
        parts.add(part.strip());
      }
      return parts;
    };
  }

  /** Refuses what {@code encoding} has not, or what takes more {@code bytes} in it. */
  static Function fits(Spec options) {
    Encoding encoding = FormatCompiler.encoding(options);
    int bytes = options.number("bytes", 1, CHARS_MAX, CHARS_MAX);
    return (value, scope) -> {
      String text = Functions.scalar(value).asText();
      int taken = bytes(encoding, text);
      if (taken > bytes) {
        throw new BadValue(
            "'%s' takes %d bytes of %s, at most %d are possible"
                .formatted(Run.shown(value), taken, encoding.name(), bytes));
      }
      return Functions.text(text);
    };
  }

  private static int bytes(Encoding encoding, String text) throws BadValue {
    try {
      return encoding.encode(text).length;
    } catch (FormatException e) {
      throw new BadValue(e.getMessage());
    }
  }
}
