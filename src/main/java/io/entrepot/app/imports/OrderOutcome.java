package io.entrepot.app.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order of a file.
 *
 * @param reason a code, null when it was placed
 * @param detail for people, null when it was placed
 * @param rowsRejected rows that went to the error file with it
 */
record OrderOutcome(
    int ordinal,
    Status status,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable UUID orderId,
    int rowsRejected) {

  /** As in the database. */
  enum Status {
    PLACED,
    REFUSED,
    ALREADY_IMPORTED,
    FAILED
  }

  static OrderOutcome placed(StagedOrder order, UUID orderId) {
    return new OrderOutcome(order.ordinal(), Status.PLACED, null, null, orderId, 0);
  }

  static OrderOutcome known(StagedOrder order, UUID orderId) {
    return new OrderOutcome(
        order.ordinal(),
        Status.ALREADY_IMPORTED,
        "ALREADY_IMPORTED",
        "the order was placed before",
        orderId,
        0);
  }

  static OrderOutcome refused(StagedOrder order, String reason, String detail) {
    return new OrderOutcome(order.ordinal(), Status.REFUSED, reason, detail, null, 0);
  }

  static OrderOutcome failed(StagedOrder order, String detail, int rowsRejected) {
    return new OrderOutcome(
        order.ordinal(), Status.FAILED, "BAD_DOCUMENT", detail, null, rowsRejected);
  }
}
