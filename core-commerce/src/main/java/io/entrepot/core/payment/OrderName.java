package io.entrepot.core.payment;

import io.entrepot.core.jdbc.SqlText;
import io.entrepot.core.order.OrderView;

/** What a payment window calls an order: the first product and how many more. */
final class OrderName {
  // The narrowest of the providers takes 100 characters.
  private static final int AT_MOST = 100;

  private OrderName() {}

  static String of(OrderView order) {
    int more = order.lines().size() - 1;
    String suffix = more == 0 ? "" : " +" + more;
    return SqlText.cut(order.lines().get(0).name(), AT_MOST - suffix.length()) + suffix;
  }
}
