package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.rest.RestDesk;
import io.entrepot.connectors.spi.sandbox.rest.RestRoute;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A list in pages of HAL: {@code _links}, {@code current_page}, {@code _embedded.items}. */
record SimulatedAkeneoList(String name, String id, SimulatedAkeneoFilter filter)
    implements RestRoute.Work {
  private static final int LIMIT = 10;
  private static final int LIMIT_MAX = 100;
  // Products by page number end here; beyond, search_after goes on.
  private static final int ROWS_BY_PAGE_MAX = 10_000;

  @Override
  public SandboxAnswer answer(SandboxRequest request, Map<String, String> segments, RestDesk desk) {
    try {
      List<ObjectNode> selected = filter.select(request, desk, desk.all(name));
      boolean after = "search_after".equals(request.query().get("pagination_type"));
      return desk.yes(200, after ? after(request, selected) : page(request, selected));
    } catch (IllegalArgumentException e) {
      return desk.no(422, "UNPROCESSABLE", String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode page(SandboxRequest request, List<ObjectNode> selected) {
    int limit = limit(request);
    int page = number(request, "page", 1);
    if (page < 1) {
      throw new IllegalArgumentException("\"" + page + "\" is not a valid page number.");
    }
    if ((long) page * limit > ROWS_BY_PAGE_MAX && name.startsWith("products")) {
      throw new IllegalArgumentException(
          "You have reached the maximum number of pages you can retrieve with the \"page\""
              + " pagination type. Please use the search after pagination type instead");
    }
    int from = Math.min((page - 1) * limit, selected.size());
    int to = Math.min(from + limit, selected.size());
    ObjectNode answer = answer(request, selected.subList(from, to), Map.of("page", "1"));
    link(answer, "self", request, Map.of("page", Integer.toString(page)));
    if (to < selected.size()) {
      link(answer, "next", request, Map.of("page", Integer.toString(page + 1)));
    }
    if (page > 1) {
      link(answer, "previous", request, Map.of("page", Integer.toString(page - 1)));
    }
    answer.put("current_page", page);
    if ("true".equals(request.query().get("with_count"))) {
      answer.put("items_count", selected.size());
    }
    return answer;
  }

  private ObjectNode after(SandboxRequest request, List<ObjectNode> selected) {
    int limit = limit(request);
    String cursor = request.query().getOrDefault("search_after", "");
    int from = cursor.isEmpty() ? 0 : behind(selected, cursor);
    int to = Math.min(from + limit, selected.size());
    ObjectNode answer = answer(request, selected.subList(from, to), Map.of());
    link(answer, "self", request, Map.of());
    if (to < selected.size()) {
      String last = selected.get(to - 1).path(id).asText();
      link(answer, "next", request, Map.of("search_after", opaque(last)));
    }
    return answer;
  }

  private int behind(List<ObjectNode> selected, String cursor) {
    for (int i = 0; i < selected.size(); i++) {
      if (opaque(selected.get(i).path(id).asText()).equals(cursor)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("The search_after parameter is invalid.");
  }

  /** Nobody should build one. */
  private static String opaque(String id) {
    byte[] bytes = ("after " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int limit(SandboxRequest request) {
    int limit = number(request, "limit", LIMIT);
    if (limit > LIMIT_MAX) {
      throw new IllegalArgumentException("You cannot request more than " + LIMIT_MAX + " items.");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("\"" + limit + "\" is not a valid limit number.");
    }
    return limit;
  }

  private static int number(SandboxRequest request, String parameter, int fallback) {
    String text = request.query().getOrDefault(parameter, Integer.toString(fallback));
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a valid " + parameter + " number.");
    }
    return Integer.parseInt(text);
  }

  private ObjectNode answer(
      SandboxRequest request, List<ObjectNode> items, Map<String, String> first) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    link(answer, "first", request, first);
    ArrayNode embedded = answer.putObject("_embedded").putArray("items");
    for (ObjectNode item : items) {
      item.putObject("_links")
          .putObject("self")
          .put("href", address(request) + "/" + item.path(id).asText());
      embedded.add(item);
    }
    return answer;
  }

  private void link(
      ObjectNode answer, String relation, SandboxRequest request, Map<String, String> changed) {
    Map<String, String> query = new TreeMap<>(request.query());
    query.remove("search_after");
    query.putAll(changed);
    query.put("limit", Integer.toString(limit(request)));
    String text =
        query.entrySet().stream()
            .map(
                pair ->
                    pair.getKey()
                        + "="
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    answer.withObject("/_links").putObject(relation).put("href", address(request) + "?" + text);
  }

  /** As the caller reached it: Akeneo's links are whole addresses. */
  private static String address(SandboxRequest request) {
    return "http://" + request.header("Host").orElse("localhost") + "/akeneo" + request.path();
  }
}
