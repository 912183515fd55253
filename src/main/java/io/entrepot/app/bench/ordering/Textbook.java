package io.entrepot.app.bench.ordering;

import io.entrepot.core.event.EncodedEvent;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.order.EventLine;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.OrderPlaced;
import io.entrepot.core.order.Orders;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.SealedParties;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The order as textbooks place it: a transaction each, the stock row locked by SELECT … FOR UPDATE,
 * prepared statements in plain JDBC, the same rows in the same tables. Several SKUs are locked in
 * their order. It is let off the outbox's lock, under which our events get positions that follow
 * the commits: with it, it would be slower still.
 */
final class Textbook {
  private static final String SKU = "SELECT sku_id, name FROM catalog.sku WHERE code = ?";

  private static final String LOCK =
      """
      SELECT on_hand, reserved, allocated, safety, version
        FROM inventory.stock WHERE sku_id = ? AND location_id = 1 FOR UPDATE
      """;

  private static final String TAKE =
      """
      UPDATE inventory.stock SET reserved = reserved + ?, version = version + 1
       WHERE sku_id = ? AND location_id = 1
      """;

  private static final String LEDGER =
      """
      INSERT INTO inventory.ledger
             (sku_id, location_id, seq, at, reason, lock_id, on_hand_delta, reserved_delta,
              allocated_delta, safety_delta, on_hand, reserved, allocated, safety)
      VALUES (?, 1, ?, ?, 'RESERVED', ?, 0, ?, 0, 0, ?, ?, ?, ?)
      """;

  private static final String RESERVATION =
      """
      INSERT INTO inventory.reservation
             (lock_id, sku_id, location_id, quantity, state, expires_at, reserved_seq)
      VALUES (?, ?, 1, ?, 'HELD', ?, ?)
      """;

  private static final String ORDER =
      """
      INSERT INTO orders.orders
             (order_id, channel, reference, lock_id, status, currency, lines_minor, charges_minor,
              total_minor, line_count, pieces, buyer, ship_to, placed_at, expires_at, updated_at,
              version)
      VALUES (?, ?, ?, ?, 'PENDING', 'KRW', ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      """;

  private static final String LINE =
      """
      INSERT INTO orders.line
             (order_id, line_no, sku_id, sku, name, quantity, unit_price_minor, amount_minor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String EVENT =
      """
      INSERT INTO outbox.event
             (position, id, name, version, entity_key, correlation_id, occurred_at, body)
      VALUES (nextval('outbox.event_position'), ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource pool;
  private final Orders orders;
  private final EventOutbox outbox;
  private final Clock clock = Clock.systemUTC();

  Textbook(DataSource pool, OrderingCore core) {
    this.pool = pool;
    this.orders = core.get(Orders.class);
    this.outbox = core.get(EventOutbox.class);
  }

  void place(PlaceOrder wish) throws SQLException {
    Draft draft = draft(wish);
    try (Connection connection = pool.getConnection()) {
      place(connection, draft);
    }
  }

  /** On a connection that the caller keeps; the same work without any pool. */
  void place(Connection connection, PlaceOrder wish) throws SQLException {
    place(connection, draft(wish));
  }

  private void place(Connection connection, Draft draft) throws SQLException {
    connection.setAutoCommit(false);
    List<Bought> bought = new ArrayList<>();
    for (OrderLine line : draft.wish().lines()) {
      bought.add(lookUp(connection, line));
    }
    List<Bought> inLockOrder = bought.stream().sorted(Comparator.comparing(Bought::skuId)).toList();
    for (Bought one : inLockOrder) {
      take(connection, draft, one);
    }
    insert(connection, draft, bought);
    connection.commit();
  }

  /** Ids, sealing and the event, before any lock is held. */
  private Draft draft(PlaceOrder wish) {
    UUID orderId = TimeOrderedId.next(clock);
    UUID lockId = TimeOrderedId.next(clock);
    Instant now = clock.instant();
    List<EventLine> lines = new ArrayList<>();
    long total = 0;
    for (OrderLine line : wish.lines()) {
      lines.add(
          new EventLine(
              lines.size() + 1, line.skuCode(), line.quantity(), line.unitPrice(), line.amount()));
      total += line.amount().minor();
    }
    EncodedEvent event =
        outbox.encode(
            new OrderPlaced(
                orderId,
                wish.channel(),
                wish.reference(),
                lockId,
                wish.currency(),
                lines,
                wish.charges(),
                lines.get(0).amount(),
                now));
    return new Draft(
        orderId,
        lockId,
        wish,
        total,
        orders.seal(wish.buyer(), wish.shipTo()),
        now.atOffset(ZoneOffset.UTC),
        event);
  }

  private static Bought lookUp(Connection connection, OrderLine line) throws SQLException {
    try (PreparedStatement statement = prepare(connection, SKU, line.skuCode());
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Bought(row.getLong(1), row.getString(2), line);
    }
  }

  private static void take(Connection connection, Draft draft, Bought bought) throws SQLException {
    int pieces = bought.line().quantity();
    long seq;
    int[] balance = new int[4];
    try (PreparedStatement statement = prepare(connection, LOCK, bought.skuId());
        ResultSet row = statement.executeQuery()) {
      row.next();
      for (int i = 0; i < balance.length; i++) {
        balance[i] = row.getInt(i + 1);
      }
      seq = row.getLong(5) + 1;
    }
    if (balance[0] - balance[1] - balance[2] - balance[3] < pieces) {
      throw new IllegalStateException("a benchmark's stock ran out");
    }
    run(connection, TAKE, pieces, bought.skuId());
    run(
        connection,
        LEDGER,
        bought.skuId(),
        seq,
        draft.at(),
        draft.lockId(),
        pieces,
        balance[0],
        balance[1] + pieces,
        balance[2],
        balance[3]);
    run(connection, RESERVATION, draft.lockId(), bought.skuId(), pieces, draft.at(), seq);
  }

  private static void insert(Connection connection, Draft draft, List<Bought> bought)
      throws SQLException {
    run(
        connection,
        ORDER,
        draft.orderId(),
        draft.wish().channel(),
        draft.wish().reference(),
        draft.lockId(),
        draft.total(),
        draft.total(),
        bought.size(),
        (long) bought.size(),
        draft.parties().buyer(),
        draft.parties().shipTo(),
        draft.at(),
        draft.at(),
        draft.at());
    int number = 1;
    for (Bought one : bought) {
      run(
          connection,
          LINE,
          draft.orderId(),
          number++,
          one.skuId(),
          one.line().skuCode(),
          one.name(),
          one.line().quantity(),
          one.line().unitPrice().minor(),
          one.line().amount().minor());
    }
    EncodedEvent event = draft.event();
    run(
        connection,
        EVENT,
        event.id(),
        event.name(),
        event.version(),
        event.entityKey(),
        event.correlationId(),
        draft.at(),
        event.body());
  }

  private static void run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private record Draft(
      UUID orderId,
      UUID lockId,
      PlaceOrder wish,
      long total,
      SealedParties parties,
      OffsetDateTime at,
      EncodedEvent event) {}

  private record Bought(long skuId, String name, OrderLine line) {}
}
