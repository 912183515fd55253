package io.entrepot.app.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of staged rows. Everything here goes by many rows at a time. */
@Component
final class ImportRows {
  private static final String ADD =
      """
      INSERT INTO batch.import_row (batch_id, row_no, status, order_key, product_key,
        origin_batch, origin_row, row_print, content)
      SELECT ?, * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[],
        ?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[])
      """;

  /** A row of an error file is taken once, whatever becomes of it here: it is in this file now. */
  private static final String TAKE_BACK =
      """
      UPDATE batch.import_row r SET status = 'CORRECTED'
      FROM unnest(?::uuid[], ?::bigint[]) AS origin (batch, row), batch.import_run run
      WHERE r.batch_id = origin.batch AND r.row_no = origin.row AND r.status = 'REJECTED'
        AND run.batch_id = r.batch_id AND run.mapping = ?
      RETURNING r.batch_id, r.row_no
      """;

  private static final String TAKEN_BEFORE =
      """
      SELECT r.batch_id, r.row_no
      FROM unnest(?::uuid[], ?::bigint[]) AS origin (batch, row)
      JOIN batch.import_row r ON r.batch_id = origin.batch AND r.row_no = origin.row
      WHERE r.status = 'CORRECTED'
      """;

  private static final String REJECT =
      """
      UPDATE batch.import_row r SET status = 'REJECTED', content = bad.content
      FROM unnest(?::bigint[], ?::bytea[]) AS bad (row, content)
      WHERE r.batch_id = ? AND r.row_no = bad.row AND r.status = 'GOOD'
      """;

  /** Rows whose order came to nothing are open again in the error file that they came from. */
  private static final String GIVE_BACK =
      """
      UPDATE batch.import_row origin SET status = 'REJECTED'
      FROM batch.import_row r
      JOIN batch.import_order o ON o.batch_id = r.batch_id AND o.order_key = r.order_key
        AND o.corrects AND o.status = 'REFUSED'
      WHERE r.batch_id = ? AND r.status = 'GOOD' AND origin.batch_id = r.origin_batch
        AND origin.row_no = r.origin_row AND origin.status = 'CORRECTED'
      """;

  /** A row and where it came from. */
  record Origin(UUID batch, long row) {}

  private final JdbcTemplate jdbc;
  private final RowSeal seal;

  ImportRows(JdbcTemplate jdbc, RowSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  void add(UUID batchId, List<StagedRow> rows) {
    run(
        ADD,
        (statement, connection) -> {
          statement.setObject(1, batchId);
          statement.setArray(2, array(connection, "bigint", rows, StagedRow::number));
          statement.setArray(3, array(connection, "text", rows, row -> row.status().name()));
          statement.setArray(4, array(connection, "text", rows, StagedRow::orderKey));
          statement.setArray(5, array(connection, "text", rows, StagedRow::productKey));
          statement.setArray(6, array(connection, "uuid", rows, StagedRow::originBatch));
          statement.setArray(7, array(connection, "bigint", rows, StagedRow::originRow));
          statement.setArray(8, array(connection, "bigint", rows, StagedRow::print));
          statement.setArray(9, sealed(connection, rows, StagedRow::content));
          return statement.executeUpdate();
        });
  }

  /** Takes rows out of the error files they stand in; those that stood there are returned. */
  Set<Origin> takeBack(String mapping, List<Origin> origins) {
    return run(
        TAKE_BACK,
        (statement, connection) -> {
          origins(statement, connection, origins);
          statement.setString(3, mapping);
          return read(statement);
        });
  }

  /** Those that have been taken out of their error file before. */
  Set<Origin> takenBefore(List<Origin> origins) {
    return run(
        TAKEN_BEFORE,
        (statement, connection) -> {
          origins(statement, connection, origins);
          return read(statement);
        });
  }

  /** Turns rows that looked good into rejected ones; the count of those that were. */
  int reject(UUID batchId, List<OrderRow> rows, String reason) {
    return run(
        REJECT,
        (statement, connection) -> {
          statement.setArray(1, array(connection, "bigint", rows, OrderRow::number));
          statement.setArray(
              2, sealed(connection, rows, row -> row.content().rejected("", "", reason)));
          statement.setObject(3, batchId);
          return statement.executeUpdate();
        });
  }

  void giveBack(UUID batchId) {
    jdbc.update(GIVE_BACK, batchId);
  }

  /** What was imported is in the orders now; only what was not stays here. */
  void forgetImported(UUID batchId) {
    jdbc.update(
        "DELETE FROM batch.import_row WHERE batch_id = ? AND status IN ('GOOD', 'KNOWN')", batchId);
  }

  private static void origins(
      PreparedStatement statement, Connection connection, List<Origin> origins)
      throws SQLException {
    statement.setArray(1, array(connection, "uuid", origins, Origin::batch));
    statement.setArray(2, array(connection, "bigint", origins, Origin::row));
  }

  private static Set<Origin> read(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      Set<Origin> found = new HashSet<>();
      while (rows.next()) {
        found.add(new Origin(rows.getObject(1, UUID.class), rows.getLong(2)));
      }
      return found;
    }
  }

  private static <T> Array array(
      Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    Object[] values = rows.stream().map(value).toArray();
    // The driver writes bytes only from an array of their own type.
    return connection.createArrayOf(
        type, type.equals("bytea") ? Arrays.copyOf(values, values.length, byte[][].class) : values);
  }

  /** Typed: the driver takes no byte arrays within an array of objects. */
  private <T> Array sealed(Connection connection, List<T> rows, Function<T, RowContent> content)
      throws SQLException {
    byte[][] contents =
        rows.stream().map(row -> seal.seal(content.apply(row))).toArray(byte[][]::new);
    return connection.createArrayOf("bytea", contents);
  }

  /** Work on one prepared statement. */
  private interface Work<T> {
    T on(PreparedStatement statement, Connection connection) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    ConnectionCallback<T> callback =
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement, connection);
          }
        };
    T result = jdbc.execute(callback);
    if (result == null) {
      throw new AssertionError("the statement gave nothing");
    }
    return result;
  }
}
