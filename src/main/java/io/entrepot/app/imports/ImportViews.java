package io.entrepot.app.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads where imports stand. */
@Component
final class ImportViews {
  private static final String SELECT =
      """
      SELECT run.*,
        (SELECT count(*) FROM batch.import_order o
          WHERE o.batch_id = run.batch_id AND o.rows_dropped > 0) AS orders_incomplete,
        (SELECT count(*) FROM batch.import_order o
          WHERE o.batch_id = run.batch_id AND o.reason = 'ROWS_DIFFER') AS orders_known_otherwise,
        (SELECT string_agg(reason || '=' || orders, ';') FROM (
          SELECT reason, count(*) AS orders FROM batch.import_order o
          WHERE o.batch_id = run.batch_id AND o.status = 'REFUSED' GROUP BY reason) r) AS refusals
      FROM batch.import_run run
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ImportViews(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<ImportView> find(UUID batchId) {
    return jdbc.sql(SELECT + "WHERE batch_id = :id")
        .param("id", batchId)
        .query(this::view)
        .optional();
  }

  List<ImportView> latest(int limit) {
    return jdbc.sql(SELECT + "ORDER BY created_at DESC, batch_id DESC LIMIT :limit")
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  private ImportView view(ResultSet row, int index) throws SQLException {
    Instant started = instant(row, "started_at");
    Instant finished = instant(row, "finished_at");
    return new ImportView(
        row.getObject("batch_id", UUID.class),
        row.getString("file_name"),
        row.getString("mapping"),
        row.getString("mapping_version"),
        row.getString("status"),
        row.getObject("repeat_of", UUID.class),
        row.getLong("rows_read"),
        row.getLong("rows_staged"),
        row.getLong("rows_rejected"),
        row.getLong("rows_already_imported"),
        row.getInt("orders_total"),
        row.getInt("orders_placed"),
        row.getInt("orders_refused"),
        row.getInt("orders_already_imported"),
        row.getInt("orders_known_otherwise"),
        row.getInt("orders_failed"),
        row.getInt("orders_incomplete"),
        refusals(row.getString("refusals")),
        ImportRuns.texts(row.getArray("unknown_columns")),
        rate(row.getLong("rows_read"), started, finished),
        row.getString("error_text"),
        row.getTimestamp("created_at").toInstant(),
        started,
        finished);
  }

  private long rate(long rows, @Nullable Instant started, @Nullable Instant finished) {
    if (started == null) {
      return 0;
    }
    Instant until = finished == null ? clock.instant() : finished;
    long millis = Duration.between(started, until).toMillis();
    return millis <= 0 ? 0 : rows * 1000 / millis;
  }

  private static Map<String, Integer> refusals(@Nullable String text) {
    Map<String, Integer> refusals = new TreeMap<>();
    for (String pair : text == null ? new String[0] : text.split(";", -1)) {
      int equals = pair.lastIndexOf('=');
      refusals.put(pair.substring(0, equals), Integer.valueOf(pair.substring(equals + 1)));
    }
    return refusals;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
