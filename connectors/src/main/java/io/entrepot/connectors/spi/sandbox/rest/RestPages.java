package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One page of a list. */
final class RestPages {
  private RestPages() {}

  /**
   * Cuts the page that is asked for.
   *
   * @param address of the list, for links to the next page
   * @throws IllegalArgumentException saying what is wrong with the question
   */
  static JsonNode page(
      Paging paging, List<RestStore.Row> rows, SandboxRequest request, URI address) {
    int size = size(paging, request);
    int from = from(paging, rows, request, size);
    List<RestStore.Row> page = rows.subList(from, (int) Math.min(rows.size(), (long) from + size));
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    page.forEach(row -> items.add(row.document().deepCopy()));
    if (paging.items().matches()) {
      return items;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    put(answer, paging.items(), items);
    if (paging.total() != null) {
      put(answer, paging.total(), IntNode.valueOf(rows.size()));
    }
    if (paging.next() != null && from + page.size() < rows.size() && !page.isEmpty()) {
      String cursor = cursor(page.get(page.size() - 1).number());
      put(answer, paging.next(), TextNode.valueOf(next(paging, size, cursor, address)));
    }
    return answer;
  }

  private static void put(ObjectNode root, JsonPointer at, JsonNode value) {
    JsonPointer parent = at.head();
    ObjectNode holder = parent == null || parent.matches() ? root : root.withObject(parent);
    holder.set(at.last().getMatchingProperty(), value);
  }

  private static int size(Paging paging, SandboxRequest request) {
    if (paging.style() == Paging.Style.WHOLE) {
      return paging.sizeMax();
    }
    int size =
        request
            .parameter(paging.size())
            .map(text -> number(paging.size(), text))
            .orElse(paging.sizeFallback());
    if (size < 1 || size > paging.sizeMax()) {
      throw new IllegalArgumentException(
          paging.size() + " is from 1 to " + paging.sizeMax() + ", not " + size);
    }
    return size;
  }

  private static int from(
      Paging paging, List<RestStore.Row> rows, SandboxRequest request, int size) {
    String position = request.parameter(paging.position()).orElse("");
    if (position.isEmpty()) {
      return 0;
    }
    long from =
        switch (paging.style()) {
          case WHOLE -> 0;
          case PAGE -> (number(paging.position(), position) - 1L) * size;
          case OFFSET -> number(paging.position(), position);
          case CURSOR, NEXT_LINK -> after(paging, rows, position);
        };
    if (from < 0) {
      throw new IllegalArgumentException(paging.position() + " is out of range");
    }
    return (int) Math.min(from, rows.size());
  }

  /** Behind the document that the cursor names, even if that one has gone meanwhile. */
  private static long after(Paging paging, List<RestStore.Row> rows, String cursor) {
    long number;
    try {
      number =
          Long.parseLong(
              new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(paging.position() + " is none that was given out", e);
    }
    return rows.stream().filter(row -> row.number() <= number).count();
  }

  private static String cursor(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  private static String next(Paging paging, int size, String cursor, URI address) {
    return paging.style() == Paging.Style.NEXT_LINK
        ? address + "?" + paging.size() + "=" + size + "&" + paging.position() + "=" + cursor
        : cursor;
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a whole number, not '" + text + "'", e);
    }
  }
}
