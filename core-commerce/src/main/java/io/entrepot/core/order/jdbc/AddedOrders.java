package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.order.AcceptedOrder;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderDraft;
import io.entrepot.core.order.PlacedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New orders as rows: a statement for each table, however many orders there are. */
final class AddedOrders {
  private static final String ORDERS =
      """
      INSERT INTO orders.orders
             (order_id, channel, reference, lock_id, status, currency, lines_minor, charges_minor,
              total_minor, line_count, pieces, buyer, ship_to, partner_order_date, batch_id,
              placed_at, expires_at, updated_at, version)
      SELECT order_id::uuid, channel, reference, lock_id::uuid, 'PENDING', currency,
             total - charges, charges, total, line_count, pieces, buyer, ship_to,
             'epoch'::timestamptz + partner_date * interval '1 microsecond', batch_id::uuid,
             'epoch'::timestamptz + placed * interval '1 microsecond',
             'epoch'::timestamptz + expires * interval '1 microsecond',
             'epoch'::timestamptz + placed * interval '1 microsecond', 1
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                    ?::bigint[], ?::int[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[]::bigint[],
                    ?::text[], ?::bigint[], ?::bigint[])
             AS new (order_id, channel, reference, lock_id, currency, charges, total, line_count,
                     pieces, buyer, ship_to, partner_date, batch_id, placed, expires)
      """;

  private static final String LINES =
      """
      INSERT INTO orders.line
             (order_id, line_no, sku_id, sku, name, quantity, unit_price_minor, amount_minor)
      SELECT order_id::uuid, line_no, sku_id, sku, name, quantity, price, amount
        FROM unnest(?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::bigint[],
                    ?::bigint[])
             AS new (order_id, line_no, sku_id, sku, name, quantity, price, amount)
      """;

  private static final String CHARGES =
      """
      INSERT INTO orders.charge (order_id, charge_no, code, amount_minor)
      SELECT order_id::uuid, charge_no, code, amount
        FROM unnest(?::text[], ?::int[], ?::text[], ?::bigint[])
             AS new (order_id, charge_no, code, amount)
      """;

  private AddedOrders() {}

  static List<SqlFragment> fragments(List<AcceptedOrder> orders) {
    List<SqlFragment> fragments = new ArrayList<>();
    fragments.add(orders(orders));
    fragments.add(lines(orders));
    List<NewCharge> charges = charges(orders);
    if (!charges.isEmpty()) {
      fragments.add(chargeRows(charges));
    }
    return fragments;
  }

  private static SqlFragment orders(List<AcceptedOrder> orders) {
    List<OrderDraft> drafts = orders.stream().map(AcceptedOrder::draft).toList();
    return SqlFragment.writing(
        orders.size(),
        ORDERS,
        SqlArrays.texts(drafts, OrderDraft::orderId),
        SqlArrays.texts(drafts, draft -> draft.wish().channel()),
        SqlArrays.texts(drafts, draft -> draft.wish().reference()),
        SqlArrays.texts(drafts, OrderDraft::lockId),
        SqlArrays.texts(drafts, draft -> draft.wish().currency().getCurrencyCode()),
        SqlArrays.longs(drafts, draft -> draft.charges().minor()),
        SqlArrays.longs(drafts, draft -> draft.total().minor()),
        SqlArrays.ints(orders, order -> order.lines().size()),
        SqlArrays.longs(orders, AcceptedOrder::pieces),
        SqlArrays.bytes(drafts, draft -> draft.parties().buyer()),
        SqlArrays.bytes(drafts, draft -> draft.parties().shipTo()),
        SqlArrays.texts(drafts, draft -> micros(draft.wish().partnerOrderDate())),
        SqlArrays.texts(drafts, draft -> draft.wish().batchId()),
        SqlArrays.longs(drafts, draft -> SqlTime.micros(draft.placedAt())),
        SqlArrays.longs(drafts, draft -> SqlTime.micros(draft.expiresAt())));
  }

  private static SqlFragment lines(List<AcceptedOrder> orders) {
    List<NewLine> lines = new ArrayList<>();
    for (AcceptedOrder order : orders) {
      String orderId = order.draft().orderId().toString();
      order.lines().forEach(line -> lines.add(new NewLine(orderId, line)));
    }
    return SqlFragment.writing(
        lines.size(),
        LINES,
        SqlArrays.texts(lines, NewLine::orderId),
        SqlArrays.ints(lines, line -> line.line().lineNo()),
        SqlArrays.longs(lines, line -> line.line().skuId()),
        SqlArrays.texts(lines, line -> line.line().sku()),
        SqlArrays.texts(lines, line -> line.line().name()),
        SqlArrays.ints(lines, line -> line.line().quantity()),
        SqlArrays.longs(lines, line -> line.line().unitPrice().minor()),
        SqlArrays.longs(lines, line -> line.line().amount().minor()));
  }

  private static List<NewCharge> charges(List<AcceptedOrder> orders) {
    List<NewCharge> rows = new ArrayList<>();
    for (AcceptedOrder order : orders) {
      List<Charge> charges = order.draft().wish().charges();
      for (int i = 0; i < charges.size(); i++) {
        rows.add(new NewCharge(order.draft().orderId().toString(), i + 1, charges.get(i)));
      }
    }
    return rows;
  }

  private static SqlFragment chargeRows(List<NewCharge> charges) {
    return SqlFragment.writing(
        charges.size(),
        CHARGES,
        SqlArrays.texts(charges, NewCharge::orderId),
        SqlArrays.ints(charges, NewCharge::number),
        SqlArrays.texts(charges, charge -> charge.charge().code()),
        SqlArrays.longs(charges, charge -> charge.charge().amount().minor()));
  }

  private static @Nullable Long micros(@Nullable Instant time) {
    return time == null ? null : SqlTime.micros(time);
  }

  private record NewLine(String orderId, PlacedLine line) {}

  private record NewCharge(String orderId, int number, Charge charge) {}
}
