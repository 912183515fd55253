package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.rest.RestDesk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code search}, {@code scope}, {@code locales} and {@code attributes} of products. */
final class SimulatedAkeneoSearch implements SimulatedAkeneoFilter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Override
  public List<ObjectNode> select(SandboxRequest request, RestDesk desk, List<ObjectNode> all) {
    JsonNode search = search(request.query().get("search"));
    Set<String> locales = wanted(request, "locales");
    Set<String> attributes = wanted(request, "attributes");
    String scope = request.query().get("scope");
    known(scope, locales, desk);
    List<ObjectNode> found = all.stream().filter(product -> matches(product, search)).toList();
    found.forEach(product -> cut(product, scope, locales, attributes));
    return found;
  }

  private static JsonNode search(@Nullable String text) {
    try {
      JsonNode search = JSON.readTree(text == null ? "{}" : text);
      if (search != null && search.isObject()) {
        return search;
      }
    } catch (JsonProcessingException e) {
      // Said below, as Akeneo does.
    }
    throw new IllegalArgumentException("Search query parameter should be valid JSON.");
  }

  private static void known(@Nullable String scope, Set<String> locales, RestDesk desk) {
    if (scope != null && desk.find("channels", scope).isEmpty()) {
      throw new IllegalArgumentException("Scope \"" + scope + "\" does not exist.");
    }
    Set<String> active =
        desk.all("channels").stream()
            .flatMap(channel -> texts(channel.path("locales")).stream())
            .collect(Collectors.toSet());
    for (String locale : locales) {
      if (!active.contains(locale)) {
        throw new IllegalArgumentException(
            "Locale \"" + locale + "\" does not exist or is not activated.");
      }
    }
  }

  private static boolean matches(ObjectNode product, JsonNode search) {
    for (Map.Entry<String, JsonNode> filter : search.properties()) {
      for (JsonNode condition : filter.getValue()) {
        if (!matches(product, filter.getKey(), condition)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean matches(ObjectNode product, String field, JsonNode condition) {
    String operator = condition.path("operator").asText();
    JsonNode value = condition.path("value");
    return switch (field + " " + operator) {
      case "updated >", "updated <" -> {
        int order = updated(product).compareTo(moment(value.asText()));
        yield operator.equals(">") ? order > 0 : order < 0;
      }
      case "enabled =" -> product.path("enabled").asBoolean() == value.asBoolean();
      case "family IN" -> texts(value).contains(product.path("family").asText());
      case "categories IN" ->
          texts(product.path("categories")).stream().anyMatch(texts(value)::contains);
      case "uuid IN" -> texts(value).contains(product.path("uuid").asText());
      default ->
          throw new IllegalArgumentException(
              "Filter on property \""
                  + field
                  + "\" is not supported or does not support operator \""
                  + operator
                  + "\".");
    };
  }

  private static Instant updated(ObjectNode product) {
    return OffsetDateTime.parse(product.path("updated").asText()).toInstant();
  }

  private static Instant moment(String text) {
    try {
      return LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Property \"updated\" expects a string with the format \"yyyy-mm-dd H:i:s\" as data, \""
              + text
              + "\" given.",
          e);
    }
  }

  private static Set<String> wanted(SandboxRequest request, String parameter) {
    String text = request.query().getOrDefault(parameter, "");
    return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(",")));
  }

  private static Set<String> texts(JsonNode list) {
    return java.util.stream.StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  /** Values of other locales, channels or attributes are left out; those of none stay. */
  private static void cut(
      ObjectNode product, @Nullable String scope, Set<String> locales, Set<String> attributes) {
    ObjectNode values = (ObjectNode) product.path("values");
    if (!attributes.isEmpty()) {
      values.retain(attributes);
    }
    for (JsonNode ofAttribute : values) {
      ArrayNode list = (ArrayNode) ofAttribute;
      for (int i = list.size() - 1; i >= 0; i--) {
        JsonNode locale = list.get(i).path("locale");
        JsonNode channel = list.get(i).path("scope");
        boolean otherLocale =
            !locales.isEmpty() && !locale.isNull() && !locales.contains(locale.asText());
        boolean otherScope = scope != null && !channel.isNull() && !scope.equals(channel.asText());
        if (otherLocale || otherScope) {
          list.remove(i);
        }
      }
    }
  }
}
