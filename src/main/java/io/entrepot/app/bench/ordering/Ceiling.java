package io.entrepot.app.bench.ordering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * As fast as the database itself makes such orders, as pgbench would: 500 in a transaction, all
 * values made by the server, each connection on a SKU of its own, nobody waiting for an answer.
 */
final class Ceiling {
  private static final int GROUP = 500;

  private static final String ORDERS =
      """
      WITH new AS MATERIALIZED (
        SELECT gen_random_uuid() AS order_id, gen_random_uuid() AS lock_id, n,
               'C' || nextval('bench_reference') AS reference
          FROM generate_series(1, ?) AS n),
      stock AS (
        UPDATE inventory.stock SET reserved = reserved + ?, version = version + ?
         WHERE sku_id = ? AND location_id = 1
        RETURNING sku_id, on_hand, reserved, version),
      ledger AS (
        INSERT INTO inventory.ledger
               (sku_id, location_id, seq, at, reason, lock_id, on_hand_delta, reserved_delta,
                allocated_delta, safety_delta, on_hand, reserved, allocated, safety)
        SELECT sku_id, 1, version - %1$d + n, now(), 'RESERVED', lock_id, 0, 1, 0, 0,
               on_hand, reserved - %1$d + n, 0, 0 FROM new, stock),
      reservation AS (
        INSERT INTO inventory.reservation
               (lock_id, sku_id, location_id, quantity, state, expires_at, reserved_seq)
        SELECT lock_id, sku_id, 1, 1, 'HELD', now(), version - %1$d + n FROM new, stock),
      orders AS (
        INSERT INTO orders.orders
               (order_id, channel, reference, lock_id, status, currency, lines_minor,
                charges_minor, total_minor, line_count, pieces, buyer, ship_to, placed_at,
                expires_at, updated_at, version)
        SELECT order_id, 'bench', reference, lock_id, 'PENDING', 'KRW', 10000, 0, 10000, 1, 1,
               decode(repeat('ab', 100), 'hex'), decode(repeat('ab', 150), 'hex'), now(),
               now() + interval '30 minutes', now(), 1 FROM new),
      line AS (
        INSERT INTO orders.line
               (order_id, line_no, sku_id, sku, name, quantity, unit_price_minor, amount_minor)
        SELECT order_id, 1, sku_id, 'HOT', 'Product HOT', 1, 10000, 10000 FROM new, stock)
      INSERT INTO outbox.event
             (position, id, name, version, entity_key, correlation_id, occurred_at, body)
      SELECT nextval('outbox.event_position'), gen_random_uuid(), 'order.placed', 1,
             'order:' || order_id, order_id, now(), decode(repeat('ab', 450), 'hex') FROM new
      """
          .formatted(GROUP);

  private final DataSource database;
  private long made;

  Ceiling(DataSource database) throws SQLException {
    this.database = database;
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("CREATE SEQUENCE IF NOT EXISTS bench_reference");
    }
  }

  /** Orders a second over as many connections as there are SKUs. */
  double measure(List<Long> skuIds, double seconds) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(skuIds.size());
    try {
      List<Callable<Long>> makers = new ArrayList<>();
      long started = System.nanoTime();
      long until = started + (long) (seconds * 1e9);
      skuIds.forEach(sku -> makers.add(() -> make(sku, until)));
      long orders = 0;
      for (Future<Long> count : pool.invokeAll(makers)) {
        orders += count.get();
      }
      made += orders;
      return orders / ((System.nanoTime() - started) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Orders made so far. */
  long made() {
    return made;
  }

  /** At least so many orders, in groups. */
  void make(long skuId, int orders) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ORDERS)) {
      for (int left = orders; left > 0; left -= GROUP) {
        makeGroup(statement, skuId);
        made += GROUP;
      }
    }
  }

  private static void makeGroup(PreparedStatement statement, long skuId) throws SQLException {
    statement.setInt(1, GROUP);
    statement.setInt(2, GROUP);
    statement.setInt(3, GROUP);
    statement.setLong(4, skuId);
    statement.executeUpdate();
  }

  private long make(long skuId, long until) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ORDERS)) {
      connection.setAutoCommit(false);
      long count = 0;
      while (System.nanoTime() < until) {
        makeGroup(statement, skuId);
        connection.commit();
        count += GROUP;
      }
      connection.setAutoCommit(true);
      return count;
    }
  }
}
