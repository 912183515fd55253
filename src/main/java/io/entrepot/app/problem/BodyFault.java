package io.entrepot.app.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.entrepot.connectors.spi.JsonFault;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why the body of a request was not taken, in words for who sent it. */
final class BodyFault {
  private BodyFault() {}

  /** Of what the reader threw; null if there was no body. */
  static String of(@Nullable Throwable cause) {
    if (cause == null) {
      return "The request has no body: send a JSON object.";
    }
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return said(JsonFault.place(unknown.getLocation()) + unknown(unknown));
    }
    if (cause instanceof MismatchedInputException wrong && !trailing(wrong)) {
      return said(JsonFault.place(wrong.getLocation()) + wrong(wrong));
    }
    if (cause instanceof JsonProcessingException unreadable) {
      return said(JsonFault.of(innermost(unreadable)) + field(unreadable));
    }
    return "The body could not be read to its end: send it again.";
  }

  private static String said(String reason) {
    return "The body was not taken: " + reason + ".";
  }

  private static boolean trailing(MismatchedInputException wrong) {
    return String.valueOf(wrong.getOriginalMessage()).startsWith("Trailing token");
  }

  private static String unknown(UnrecognizedPropertyException unknown) {
    Collection<Object> known = unknown.getKnownPropertyIds();
    String names =
        known == null
            ? ""
            : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    return JsonFault.shown(path(unknown)) + " is not known; known are " + names;
  }

  private static String wrong(MismatchedInputException wrong) {
    String path = path(wrong);
    return (path.isEmpty() ? "the body" : JsonFault.shown(path))
        + " has to be "
        + kind(wrong.getTargetType());
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "another kind of value";
    }
    if (type == String.class) {
      return "a text in quotes";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a whole number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return JsonNode.class.isAssignableFrom(type) ? "JSON" : "an object";
  }

  private static String field(JsonProcessingException unreadable) {
    String path = unreadable instanceof JsonMappingException mapping ? path(mapping) : "";
    return path.isEmpty() ? "" : ", in " + JsonFault.shown(path);
  }

  /** Such as {@code lines[2].sku}. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** What the parser said, without what was wrapped around it. */
  private static JsonProcessingException innermost(JsonProcessingException e) {
    return e.getCause() instanceof JacksonException
            && e.getCause() instanceof JsonProcessingException inner
        ? innermost(inner)
        : e;
  }
}
