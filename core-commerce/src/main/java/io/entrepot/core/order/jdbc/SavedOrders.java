package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderChange;
import io.entrepot.core.order.OrderStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of orders, with their lines in the audit trail: two statements however many. */
final class SavedOrders {
  // Written by nobody else since it was read, or fewer rows are written and all is undone.
  private static final String SAVE =
      """
      UPDATE orders.orders o
         SET status = new.status, paid_minor = new.paid,
             confirmed_at = 'epoch'::timestamptz + confirmed * interval '1 microsecond',
             updated_at = 'epoch'::timestamptz + updated * interval '1 microsecond',
             version = new.version
        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]::bigint[], ?::bigint[],
                    ?::bigint[])
             AS new (order_id, status, paid, confirmed, updated, version)
       WHERE o.order_id = new.order_id::uuid AND o.version = new.version - 1
      """;

  private static final String TELL =
      """
      INSERT INTO orders.history
             (order_id, seq, at, actor, action, before_status, after_status, detail)
      SELECT order_id::uuid, version, 'epoch'::timestamptz + updated * interval '1 microsecond',
             ?, ?, before_status, after_status, ?
        FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
             AS new (order_id, version, updated, before_status, after_status)
      """;

  private SavedOrders() {}

  static List<SqlFragment> fragments(List<OrderStep> steps, OrderChange change) {
    List<Order> after = steps.stream().map(OrderStep::after).toList();
    return List.of(
        SqlFragment.writing(
            after.size(),
            SAVE,
            SqlArrays.texts(after, Order::orderId),
            SqlArrays.texts(after, Order::status),
            SqlArrays.longs(after, order -> order.paid().minor()),
            SqlArrays.texts(after, order -> micros(order.confirmedAt())),
            SqlArrays.longs(after, order -> SqlTime.micros(order.updatedAt())),
            SqlArrays.longs(after, Order::version)),
        SqlFragment.writing(
            after.size(),
            TELL,
            change.actor(),
            change.action(),
            change.detail(),
            SqlArrays.texts(after, Order::orderId),
            SqlArrays.longs(after, Order::version),
            SqlArrays.longs(after, order -> SqlTime.micros(order.updatedAt())),
            SqlArrays.texts(steps, step -> step.before().status()),
            SqlArrays.texts(after, Order::status)));
  }

  private static @Nullable Long micros(@Nullable Instant time) {
    return time == null ? null : SqlTime.micros(time);
  }
}
