package io.entrepot.app.imports;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of imports, for the work on them. */
@Component
final class ImportRuns {
  private static final String ADD =
      """
      INSERT INTO batch.import_run (batch_id, mapping, mapping_version, file_name, file_sha256,
        file_bytes, stored_as, header, unknown_columns, opens_stock, status, not_before, created_at)
      VALUES (:id, :mapping, :version, :file, :sha256,
        :bytes, :path, :header, :unknown, :opens, 'QUEUED', :now, :now)
      ON CONFLICT (mapping, file_sha256, opens_stock) WHERE repeat_of IS NULL AND status <> 'FAILED' DO NOTHING
      """;

  /** The rows and orders of a finished import, all of them known; an unfinished one goes on. */
  private static final String ADD_REPEAT =
      """
      INSERT INTO batch.import_run (batch_id, mapping, mapping_version, file_name, file_sha256,
        file_bytes, stored_as, repeat_of, header, unknown_columns, opens_stock, status, rows_read, rows_staged,
        rows_already_imported, orders_total, orders_already_imported, not_before, created_at,
        started_at, finished_at)
      SELECT :id, mapping, :version, :file, file_sha256,
        file_bytes, '', batch_id, header, unknown_columns, opens_stock, 'COMPLETED', rows_read, 0,
        rows_staged + rows_already_imported, orders_total, orders_total, :now, :now, :now, :now
      FROM batch.import_run
      WHERE mapping = :mapping AND file_sha256 = :sha256 AND opens_stock = :opens
        AND repeat_of IS NULL AND status = 'COMPLETED'
      """;

  private static final String UNFINISHED =
      """
      SELECT batch_id, mapping, file_sha256, stored_as, header, opens_stock, attempts
      FROM batch.import_run
      WHERE status NOT IN ('COMPLETED', 'FAILED') AND not_before <= :now
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ImportRuns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False when the same file is known under this mapping. */
  boolean add(
      UUID batchId, FileMapping mapping, Submission given, FileIntake.Kept kept, Header header) {
    return jdbc.sql(ADD)
            .param("id", batchId)
            .param("mapping", mapping.orders().name())
            .param("version", mapping.orders().version())
            .param("file", given.fileName())
            .param("opens", given.opensStock())
            .param("sha256", kept.sha256())
            .param("bytes", kept.bytes())
            .param("path", kept.path().toString())
            .param("header", header.names().toArray(new String[0]))
            .param("unknown", header.unknown().toArray(new String[0]))
            .param("now", now())
            .update()
        == 1;
  }

  /** False when the import that took the file is still at work. */
  boolean addRepeat(UUID batchId, FileMapping mapping, Submission given, String sha256) {
    return jdbc.sql(ADD_REPEAT)
            .param("id", batchId)
            .param("mapping", mapping.orders().name())
            .param("version", mapping.orders().version())
            .param("file", given.fileName())
            .param("opens", given.opensStock())
            .param("sha256", sha256)
            .param("now", now())
            .update()
        == 1;
  }

  /** The import that took this file, or is at it. */
  Optional<UUID> taken(Submission given, String sha256) {
    return jdbc.sql(
            """
            SELECT batch_id FROM batch.import_run
            WHERE mapping = :mapping AND file_sha256 = :sha256 AND opens_stock = :opens
              AND repeat_of IS NULL AND status <> 'FAILED'
            """)
        .param("mapping", given.mapping())
        .param("opens", given.opensStock())
        .param("sha256", sha256)
        .query(UUID.class)
        .optional();
  }

  /** Oldest first: imports of one mapping are worked off in the order in which they came. */
  List<ImportRun> unfinished() {
    return jdbc.sql(UNFINISHED + " ORDER BY created_at LIMIT 50")
        .param("now", now())
        .query(ImportRuns::run)
        .list();
  }

  Optional<ImportRun> unfinished(UUID batchId) {
    return jdbc.sql(UNFINISHED + " AND batch_id = :id")
        .param("now", now())
        .param("id", batchId)
        .query(ImportRuns::run)
        .optional();
  }

  void begin(UUID batchId) {
    jdbc.sql(
            """
            UPDATE batch.import_run
            SET attempts = attempts + 1, started_at = coalesce(started_at, :now),
              status = CASE WHEN status = 'QUEUED' THEN 'STAGING' ELSE status END
            WHERE batch_id = :id
            """)
        .param("now", now())
        .param("id", batchId)
        .update();
  }

  void enter(UUID batchId, String status) {
    jdbc.sql("UPDATE batch.import_run SET status = :status WHERE batch_id = :id")
        .param("status", status)
        .param("id", batchId)
        .update();
  }

  /** In the transaction that stages the rows. */
  void staged(UUID batchId, int read, int good, int rejected, int known) {
    jdbc.sql(
            """
            UPDATE batch.import_run SET rows_read = rows_read + :read,
              rows_staged = rows_staged + :good, rows_rejected = rows_rejected + :rejected,
              rows_already_imported = rows_already_imported + :known, attempts = 0
            WHERE batch_id = :id
            """)
        .param("read", read)
        .param("good", good)
        .param("rejected", rejected)
        .param("known", known)
        .param("id", batchId)
        .update();
  }

  void complete(UUID batchId) {
    jdbc.sql(
            """
            UPDATE batch.import_run
            SET status = 'COMPLETED', error_text = NULL, finished_at = :now WHERE batch_id = :id
            """)
        .param("now", now())
        .param("id", batchId)
        .update();
  }

  void tryAgain(UUID batchId, String error, Duration after) {
    jdbc.sql(
            """
            UPDATE batch.import_run SET error_text = :error, not_before = :then
            WHERE batch_id = :id
            """)
        .param("error", error)
        .param("then", Timestamp.from(clock.instant().plus(after)))
        .param("id", batchId)
        .update();
  }

  void giveUp(UUID batchId, String error) {
    jdbc.sql(
            """
            UPDATE batch.import_run
            SET status = 'FAILED', error_text = :error, finished_at = :now WHERE batch_id = :id
            """)
        .param("error", error)
        .param("now", now())
        .param("id", batchId)
        .update();
  }

  private Timestamp now() {
    Instant now = clock.instant();
    return Timestamp.from(now);
  }

  private static ImportRun run(ResultSet row, int index) throws SQLException {
    return new ImportRun(
        row.getObject("batch_id", UUID.class),
        row.getString("mapping"),
        row.getString("file_sha256"),
        Path.of(row.getString("stored_as")),
        texts(row.getArray("header")),
        row.getBoolean("opens_stock"),
        row.getInt("attempts"));
  }

  static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
