package io.entrepot.app.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a route may say. Routes decide where; what to do stands in Java, mappings and settings. */
final class RouteRules {
  private static final Set<String> COMPONENTS =
      Set.of("event", "inbox", "mapping", "partner", "direct");
  private static final Set<String> URI_FIELDS =
      Set.of("uri", "to", "toD", "wireTap", "enrich", "pollEnrich", "deadLetterUri");
  private static final Set<String> PROGRAMS =
      Set.of(
          "groovy",
          "script",
          "js",
          "javascript",
          "python",
          "mvel",
          "ognl",
          "spel",
          "joor",
          "java",
          "csimple",
          "datasonnet",
          "sql");
  private static final Set<String> SWALLOWING = Set.of("handled", "continued");
  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(password|passwd|secret|token|apikey|api-key|authorization|credential).*");
  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?i)(bearer|basic)\\s+\\S{8,}|(test|live)_[gs]?sk_\\S+|-----BEGIN .*");
  private static final Pattern SQL =
      Pattern.compile(
          "(?is).*\\b(select\\s.+\\sfrom|insert\\s+into|update\\s.+\\sset|delete\\s+from)\\b.*");

  private RouteRules() {}

  /** What is wrong with one field, whatever it stands in. */
  static Optional<String> field(String name, JsonNode value) {
    if (PROGRAMS.contains(name)) {
      return Optional.of("no '" + name + "' in a route: write a bean and call it by 'bean:'");
    }
    if (SWALLOWING.contains(name) && isTrue(value)) {
      return Optional.of(
          "what is " + name + " is gone: let it pass, event: and inbox: keep it as a dead letter");
    }
    return value.isTextual() ? text(name, value.textValue()) : Optional.empty();
  }

  private static boolean isTrue(JsonNode value) {
    return value.asText().equals("true")
        || value.path("constant").asText().equals("true")
        || value.path("constant").path("expression").asText().equals("true");
  }

  private static Optional<String> text(String name, String text) {
    if (name.equals("description")) {
      return Optional.empty();
    }
    if (text.contains("://")) {
      return Optional.of("no address in a route: a partner's stands in its settings");
    }
    if (SQL.matcher(text).matches()) {
      return Optional.of("no SQL in a route: call a command by 'bean:'");
    }
    if (holdsSecret(name, text)) {
      return Optional.of("no secret in a route: a connector reads it from its settings");
    }
    if (text.startsWith("Camel")) {
      return Optional.of("Camel's own headers are not set by a route");
    }
    return URI_FIELDS.contains(name) ? uri(text) : Optional.empty();
  }

  private static boolean holdsSecret(String name, String text) {
    boolean literal = !text.contains("{{");
    boolean byName = SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    boolean byText = SECRET_NAME.matcher(query(text).toLowerCase(Locale.ROOT)).matches();
    return literal && (byName || byText || SECRET_VALUE.matcher(text).find());
  }

  /** A secret hides in a URI's parameters as well. */
  private static String query(String text) {
    int mark = text.indexOf('?');
    return mark < 0 ? "" : text.substring(mark);
  }

  private static Optional<String> uri(String text) {
    int colon = text.indexOf(':');
    String component = colon < 0 ? text : text.substring(0, colon);
    return COMPONENTS.contains(component)
        ? Optional.empty()
        : Optional.of("'" + component + ":' is none of a route's components: " + COMPONENTS);
  }
}
