package io.entrepot.app.command;

import io.entrepot.app.failure.RefusedException;
import io.entrepot.core.order.OrderStepRefusal;
import io.entrepot.core.order.OrderStepResult;

/** What an order's answer means for the message that asked. */
final class Steps {
  private Steps() {}

  /** A repeat is as good as the first. */
  static void accept(OrderStepResult result) {
    if (result instanceof OrderStepResult.Refused refused) {
      throw new RefusedException(
          refused.code().name(), refused.detail(), comesLater(refused.code()));
    }
  }

  private static boolean comesLater(OrderStepRefusal code) {
    return switch (code) {
      // Carriers are faster than warehouses: the shipment's own notice may still be on its way.
      case UNKNOWN_WAYBILL -> true;
      case UNKNOWN_ORDER, ILLEGAL_STEP, SHIPMENT_OF_ANOTHER_ORDER -> false;
    };
  }
}
