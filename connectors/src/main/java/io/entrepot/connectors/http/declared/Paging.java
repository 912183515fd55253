package io.entrepot.connectors.http.declared;

import org.jspecify.annotations.Nullable;

/**
 * How a list comes in pages.
 *
 * @param items where the page's array stands
 * @param parameter which query parameter the cursor goes into; null where the next page is a link
 * @param size items of a full page: fewer are the last page's; 0 if only an empty page tells
 * @param next where the next cursor or link stands; null where it is counted or in the Link header
 * @param more where the page says whether there is another; null if it does not
 * @param inForm the parameter goes into the form that is sent, not into the query
 */
record Paging(
    Style style,
    FieldPath items,
    @Nullable String parameter,
    int first,
    int size,
    @Nullable FieldPath next,
    @Nullable FieldPath more,
    boolean inForm,
    int pagesMax) {

  /** The ways partners page. */
  enum Style {
    /** 1, 2, 3 … */
    page,
    /** 0, 100, 200 … */
    offset,
    /** A word of the partner's. */
    cursor,
    /** An address in the body, as HAL has it. */
    link,
    /** An address in the header {@code Link}, {@code rel="next"}. */
    header
  }
}
