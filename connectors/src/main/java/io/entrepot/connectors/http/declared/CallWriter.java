package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an operation's request as it is declared. */
final class CallWriter {
  private final DeclaredOperation operation;
  private final PartnerSettings settings;
  private final int requestBytesMax;

  CallWriter(DeclaredOperation operation, PartnerSettings settings, int requestBytesMax) {
    this.operation = operation;
    this.settings = settings;
    this.requestBytesMax = requestBytesMax;
  }

  /**
   * The request, without its authentication.
   *
   * @param extra parameters of the page, by name
   */
  HttpCall write(
      URI base, PartnerCall call, JsonNode document, Map<String, String> extra, Duration timeout)
      throws PartnerException {
    boolean inForm = operation.pages() != null && operation.pages().inForm();
    URI uri = URI.create(base + path(document) + query(document, inForm ? Map.of() : extra));
    String body = body(document, inForm ? extra : Map.of());
    return new HttpCall(operation.method(), uri, headers(call, document), body, timeout);
  }

  private String path(JsonNode document) throws PartnerException {
    return operation
        .path()
        .fill(document, settings, CallWriter::segment)
        .orElseThrow(() -> missing(operation.path()));
  }

  /** A value is one segment of the path: neither a slash nor dots lead elsewhere. */
  private static String segment(String value) {
    String encoded = encoded(value);
    return encoded.matches("\\.{1,2}") ? encoded.replace(".", "%2E") : encoded;
  }

  private String query(JsonNode document, Map<String, String> extra) {
    Map<String, String> parameters = filled(operation.query(), document);
    parameters.putAll(extra);
    return parameters.isEmpty() ? "" : "?" + form(parameters);
  }

  private Map<String, String> headers(PartnerCall call, JsonNode document) throws PartnerException {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json");
    for (Map.Entry<String, String> header : filled(operation.headers(), document).entrySet()) {
      if (!header.getValue().matches("[\\x20-\\x7E]*")) {
        throw ours("WRONG_REQUEST", "the header " + header.getKey() + " has other than ASCII");
      }
      headers.put(header.getKey(), header.getValue());
    }
    if (operation.idempotencyHeader() != null) {
      headers.put(operation.idempotencyHeader(), call.idempotencyKey());
    }
    switch (operation.body()) {
      case json -> headers.putIfAbsent("Content-Type", "application/json");
      case form -> headers.put("Content-Type", "application/x-www-form-urlencoded");
      case none -> {}
    }
    return Map.copyOf(headers);
  }

  private Map<String, String> filled(Map<String, Template> templates, JsonNode document) {
    Map<String, String> values = new LinkedHashMap<>();
    templates.forEach(
        (name, template) ->
            template
                .fill(document, settings, UnaryOperator.identity())
                .ifPresent(value -> values.put(name, value)));
    return values;
  }

  private @Nullable String body(JsonNode document, Map<String, String> extra)
      throws PartnerException {
    String body =
        switch (operation.body()) {
          case none -> null;
          case json -> document.toString();
          case form -> form(fields(document, extra));
        };
    if (body != null && body.getBytes(StandardCharsets.UTF_8).length > requestBytesMax) {
      throw ours("REQUEST_TOO_LARGE", "the document has more than " + requestBytesMax + " bytes");
    }
    return body;
  }

  private static Map<String, String> fields(JsonNode document, Map<String, String> extra)
      throws PartnerException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      if (!field.getValue().isValueNode()) {
        throw ours("WRONG_REQUEST", field.getKey() + " is no single value: a form has no other");
      }
      if (!field.getValue().isNull()) {
        fields.put(field.getKey(), field.getValue().asText());
      }
    }
    fields.putAll(extra);
    return fields;
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private PartnerException missing(Template path) {
    String fields = path.paths().stream().map(FieldPath::text).collect(Collectors.joining(", "));
    return ours("WRONG_REQUEST", operation.name() + " needs " + fields + " in its document");
  }

  private static PartnerException ours(String code, String problem) {
    return new PartnerException(ErrorClass.OUR_BUG, code, problem);
  }

  /** The link of a next page, if it stays at the partner: the call carries our credentials. */
  static Optional<URI> follow(URI base, URI from, String link) {
    try {
      URI next = from.resolve(link);
      boolean same =
          base.getScheme().equals(next.getScheme())
              && base.getHost().equalsIgnoreCase(String.valueOf(next.getHost()))
              && base.getPort() == next.getPort();
      return same ? Optional.of(next) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
