package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row of a file that knows its number, so that a message can say where to look. */
@SuppressWarnings("unchecked") // Jackson's own deepCopy() narrows what it overrides.
public final class NumberedRow extends ObjectNode {
  private static final long serialVersionUID = 1L;

  private final long number;

  /**
   * An empty row.
   *
   * @param number as a spreadsheet counts: the header is row 1
   */
  public NumberedRow(long number) {
    super(JsonNodeFactory.instance);
    this.number = number;
  }

  public long number() {
    return number;
  }
}
