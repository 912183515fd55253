package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.format.NumberedRow;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $} stands for: the whole source, or within {@code each} one item of a list.
 *
 * @param node the document or item
 * @param outer what {@code ^} stands for
 * @param list where the item's list was read from
 * @param index the item's place in that list, from 0
 */
record Scope(JsonNode node, @Nullable Scope outer, @Nullable SourcePath list, int index, Run run) {

  static Scope of(JsonNode source, Run run) {
    return new Scope(source, null, null, 0, run);
  }

  /** The row of a file that this stands in; null if it is none. */
  @Nullable NumberedRow row() {
    if (node instanceof NumberedRow row) {
      return row;
    }
    return outer == null ? null : outer.row();
  }

  /** The whole document. */
  JsonNode root() {
    return outer == null ? node : outer.root();
  }

  Scope item(JsonNode item, SourcePath from, int at) {
    return new Scope(item, this, from, at, run);
  }

  /** The path of {@code $} from the whole document; made only when something is wrong. */
  String path() {
    return outer == null || list == null ? "$" : list.in(outer) + "[" + index + "]";
  }

  /** Puts this item's place, and those around it, into {@code lines[].quantity}. */
  String fill(String target) {
    int hole = target.lastIndexOf("[]");
    if (hole < 0 || outer == null) {
      return target;
    }
    String head = target.substring(0, hole);
    return outer.fill(head) + "[" + index + "]" + target.substring(hole + 2);
  }
}
