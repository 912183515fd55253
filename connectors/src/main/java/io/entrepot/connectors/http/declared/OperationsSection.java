package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.declared.DeclaredOperation.BodyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code operations:} — what the hub may ask, each with its address and its documents. */
final class OperationsSection {
  private static final Pattern CALL = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (\\S.*)");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final Pattern MAPPING =
      Pattern.compile("[a-z0-9-]+/[a-z0-9-]+\\.(inbound|outbound)");
  // The client makes these itself; a declared one would split or smuggle requests.
  private static final Set<String> OURS =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect");

  private final Set<String> settings;
  private final SuccessRule success;
  private final int timeoutSeconds;

  OperationsSection(Set<String> settings, SuccessRule success, int timeoutSeconds) {
    this.settings = settings;
    this.success = success;
    this.timeoutSeconds = timeoutSeconds;
  }

  DeclaredOperation read(String name, YamlPlace place) {
    place.only(
        "about",
        "call",
        "query",
        "headers",
        "body",
        "request",
        "answer",
        "idempotency-header",
        "reads",
        "timeout-seconds",
        "success",
        "pages");
    Matcher call = CALL.matcher(place.require("call").text());
    if (!call.matches()) {
      throw place
          .require("call")
          .error("'call:' is a method and a path, as 'GET /v1/orders/{$.order_id}'");
    }
    BodyKind body = body(place, call.group(1));
    boolean reads = call.group(1).equals("GET") || place.flag("reads");
    Paging pages = place.find("pages").map(at -> PagesSection.read(at, body)).orElse(null);
    if (pages != null && !reads) {
      throw place.require("pages").error("what comes in pages only reads: add 'reads: true'");
    }
    return new DeclaredOperation(
        name,
        call.group(1),
        path(place.require("call"), call.group(2)),
        templates(place, "query"),
        headers(place),
        body,
        mapping(place, "request"),
        mapping(place, "answer"),
        header(place.find("idempotency-header")),
        reads,
        place.number("timeout-seconds", 1, 30, timeoutSeconds),
        Sections.success(place, success),
        pages);
  }

  private Template path(YamlPlace place, String text) {
    YamlPlace path = new YamlPlace(place.file(), place.line(), text, true);
    if (!text.startsWith("/") || text.contains("..") || text.matches(".*[?#\\s\\\\].*")) {
      throw path.error(
          "'"
              + text
              + "' is no path below the base address; begin with / and put ?… into 'query:'");
    }
    return Template.of(path, settings);
  }

  private static BodyKind body(YamlPlace place, String method) {
    BodyKind usual =
        Set.of("POST", "PUT", "PATCH").contains(method) ? BodyKind.json : BodyKind.none;
    BodyKind body = place.find("body").map(at -> at.word(BodyKind.class)).orElse(usual);
    if (usual == BodyKind.none && body != BodyKind.none) {
      throw place.require("body").error("a " + method + " has no body");
    }
    return body;
  }

  private Map<String, Template> templates(YamlPlace place, String key) {
    Map<String, Template> templates = new LinkedHashMap<>();
    place
        .find(key)
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, at) -> {
                          Template template = Template.of(at, settings);
                          Secrets.none(name, at, template);
                          templates.put(name, template);
                        }));
    // Keeps the file's order, which some partners sign.
    return java.util.Collections.unmodifiableMap(templates);
  }

  private Map<String, Template> headers(YamlPlace place) {
    Map<String, Template> headers = templates(place, "headers");
    headers.keySet().forEach(name -> header(Optional.of(at(place, name))));
    return headers;
  }

  private static YamlPlace at(YamlPlace place, String header) {
    YamlPlace headers = place.require("headers");
    return new YamlPlace(place.file(), headers.require(header).line(), header, true);
  }

  private static @Nullable String header(Optional<YamlPlace> place) {
    if (place.isEmpty()) {
      return null;
    }
    String name = place.get().text();
    if (!HEADER.matcher(name).matches() || OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      throw place.get().error("'" + name + "' is no header that a declaration may set");
    }
    return name;
  }

  private static @Nullable String mapping(YamlPlace place, String key) {
    Optional<YamlPlace> at = place.find(key);
    if (at.isPresent() && !MAPPING.matcher(at.get().text()).matches()) {
      throw at.get()
          .error("'" + at.get().text() + "' is no mapping's name, as 'akeneo/product.inbound'");
    }
    return at.map(YamlPlace::text).orElse(null);
  }
}
