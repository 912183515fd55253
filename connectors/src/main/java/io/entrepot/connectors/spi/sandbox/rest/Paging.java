package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/**
 * How a list is cut into pages, and where its parts stand in the answer. More at once than allowed
 * is refused with 422, as Akeneo does.
 *
 * @param position the parameter that says where a page begins; empty for no pages
 * @param size the parameter that says how much a page holds
 * @param sizeFallback if it is not said
 * @param sizeMax the most that may be asked for
 * @param items where the documents stand in the answer, such as {@code /data}; empty for the answer
 *     itself
 * @param next where the next cursor or address stands; null for none. It is left out on the last
 *     page.
 * @param total where the number of all documents stands; null for none
 */
public record Paging(
    Style style,
    String position,
    String size,
    int sizeFallback,
    int sizeMax,
    JsonPointer items,
    @Nullable JsonPointer next,
    @Nullable JsonPointer total) {

  /** What the position means. */
  public enum Style {
    /** All at once. */
    WHOLE,
    /** The page's number, the first has 1. */
    PAGE,
    /** How many documents to pass over. */
    OFFSET,
    /** A text of the partner's, to be given back as it is. */
    CURSOR,
    /** The whole address of the next page, with a cursor in it. */
    NEXT_LINK
  }

  private static final int SIZE_MAX = 100;
  private static final int SIZE_FALLBACK = 10;

  /** {@code {"items": [all]}}. */
  public static Paging whole() {
    return new Paging(
        Style.WHOLE,
        "",
        "",
        SIZE_MAX,
        Integer.MAX_VALUE,
        JsonPointer.compile("/items"),
        null,
        null);
  }

  /** {@code ?page=2&size=10} → {@code {"items": […], "total": 57}}. */
  public static Paging pages(String position, String size) {
    return of(Style.PAGE, position, size).totalAt("/total");
  }

  /** {@code ?offset=20&limit=10} → {@code {"items": […], "total": 57}}. */
  public static Paging offset(String position, String size) {
    return of(Style.OFFSET, position, size).totalAt("/total");
  }

  /** {@code ?cursor=…&limit=10} → {@code {"items": […], "next_cursor": "…"}}. */
  public static Paging cursor(String position, String size) {
    return of(Style.CURSOR, position, size).nextAt("/next_cursor");
  }

  /** {@code ?limit=10} → {@code {"items": […], "next": "https://…"}}. */
  public static Paging nextLink(String position, String size) {
    return of(Style.NEXT_LINK, position, size).nextAt("/next");
  }

  private static Paging of(Style style, String position, String size) {
    return new Paging(
        style, position, size, SIZE_FALLBACK, SIZE_MAX, JsonPointer.compile("/items"), null, null);
  }

  public Paging sizes(int fallback, int max) {
    return new Paging(style, position, size, fallback, max, items, next, total);
  }

  /** A JSON pointer such as {@code /_embedded/items}. */
  public Paging itemsAt(String pointer) {
    return new Paging(
        style, position, size, sizeFallback, sizeMax, JsonPointer.compile(pointer), next, total);
  }

  /** A JSON pointer such as {@code /_links/next/href}. */
  public Paging nextAt(String pointer) {
    return new Paging(
        style, position, size, sizeFallback, sizeMax, items, JsonPointer.compile(pointer), total);
  }

  /** A JSON pointer such as {@code /count}. */
  public Paging totalAt(String pointer) {
    return new Paging(
        style, position, size, sizeFallback, sizeMax, items, next, JsonPointer.compile(pointer));
  }
}
