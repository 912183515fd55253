package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides personal data and secrets in whatever is shown, logged or exported. A field is judged by
 * its name; mail addresses and mobile numbers are found in any text. When in doubt it hides.
 */
public final class Masker {
  private static final Pattern MAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w.-]{1,190}\\w");
  private static final Pattern MOBILE =
      Pattern.compile(
          "(?<![\\w-])(?:\\+\\d{1,3}[- ]?|0)\\d{1,2}[- ]?\\d{3,4}[- ]?\\d{4}(?![\\w-])");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic) [\\w.~+/=-]+");
  private static final Pattern FIELD_NAME = Pattern.compile("\"([\\w.-]{1,40})\"(\\s*:)");

  private Masker() {}

  /** A masked copy. */
  public static JsonNode mask(JsonNode content) {
    return mask(content, null);
  }

  /** A text outside JSON, as an error's: mail addresses, mobile numbers and credentials hidden. */
  public static String text(String text) {
    String masked = MAIL.matcher(text).replaceAll("***@***");
    masked = BEARER.matcher(masked).replaceAll("$1 ***");
    return MOBILE.matcher(masked).replaceAll(found -> PersonalField.tail(found.group(), 2));
  }

  /**
   * The shape of something that nobody has vouched for: field names of JSON stay, every other
   * letter becomes x and every other digit 9.
   *
   * @param lengthMax what is longer is cut, and says so
   */
  public static String shape(String text, int lengthMax) {
    String head = text.length() > lengthMax ? text.substring(0, lengthMax) : text;
    StringBuilder out = new StringBuilder();
    Matcher names = FIELD_NAME.matcher(head);
    int from = 0;
    while (names.find()) {
      out.append(shapeOf(head.substring(from, names.start()))).append(names.group());
      from = names.end();
    }
    out.append(shapeOf(head.substring(from)));
    return text.length() > lengthMax ? out + "…" : out.toString();
  }

  private static String shapeOf(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .map(c -> Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'x' : c)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static JsonNode mask(JsonNode node, @Nullable String parent) {
    if (node instanceof ObjectNode object) {
      ObjectNode out = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(e -> out.set(e.getKey(), field(parent, e.getKey(), e.getValue())));
      return out;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode out = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> out.add(mask(element, parent)));
      return out;
    }
    return node.isTextual() ? JsonNodeFactory.instance.textNode(text(node.textValue())) : node;
  }

  private static JsonNode field(@Nullable String parent, String name, JsonNode value) {
    PersonalField kind = PersonalField.of(parent, name);
    if (kind == null || value.isNull()) {
      return mask(value, name);
    }
    if (value.isContainerNode() && kind != PersonalField.SECRET) {
      return value instanceof ArrayNode array ? each(kind, array, name) : mask(value, name);
    }
    return JsonNodeFactory.instance.textNode(kind.hide(value.asText()));
  }

  private static ArrayNode each(PersonalField kind, ArrayNode values, String name) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : values) {
      out.add(
          value.isContainerNode()
              ? mask(value, name)
              : JsonNodeFactory.instance.textNode(kind.hide(value.asText())));
    }
    return out;
  }
}
