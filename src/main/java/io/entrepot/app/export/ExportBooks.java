package io.entrepot.app.export;

import io.entrepot.core.id.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders are in which file of which feed. */
@Component
final class ExportBooks {
  /** An order's place in a file. */
  record Entry(UUID orderId, Instant confirmedAt) {}

  /** From the first order's moment to just behind the last one's. */
  record Span(Instant from, Instant until) {}

  private static final String FILE_COLUMNS =
      "id, feed, sequence, name, business_date, confirmed_from, confirmed_until, sha256";
  private static final String ADD_FEED =
      """
      INSERT INTO export.feed (feed, exported_until) VALUES (:feed, to_timestamp(0))
      ON CONFLICT DO NOTHING
      """;
  private static final String LOCK_FEED =
      "SELECT exported_until FROM export.feed WHERE feed = :feed FOR UPDATE";
  private static final String NEXT_SEQUENCE =
      """
      UPDATE export.feed SET last_sequence = last_sequence + 1
      WHERE feed = :feed RETURNING last_sequence
      """;
  private static final String ADVANCE =
      """
      UPDATE export.feed SET exported_until = greatest(exported_until, :until) WHERE feed = :feed
      """;
  private static final String UNFINISHED =
      "SELECT " + FILE_COLUMNS + " FROM export.file WHERE feed = :feed AND state <> 'DELIVERED'";
  private static final String FIND = "SELECT " + FILE_COLUMNS + " FROM export.file WHERE id = :id";
  private static final String ADD_FILE =
      """
      INSERT INTO export.file
        (id, feed, sequence, name, business_date, confirmed_from, confirmed_until, state,
         planned_at)
      VALUES (:id, :feed, :sequence, :name, :businessDate, :from, :until, 'PLANNED', :now)
      """;
  private static final String EXPORTED =
      """
      SELECT order_id, confirmed_at FROM export.exported_order
      WHERE feed = :feed AND confirmed_at >= :from AND confirmed_at < :until
      ORDER BY confirmed_at, order_id
      """;
  private static final String ADD_TO_FILE =
      "INSERT INTO export.file_order (file_id, order_id, confirmed_at) VALUES (?, ?, ?)";
  private static final String ADD_TO_FEED =
      "INSERT INTO export.exported_order (feed, order_id, confirmed_at) VALUES (?, ?, ?)";

  private static final String SPAN =
      """
      SELECT min(confirmed_at) AS first, max(confirmed_at) + interval '1 microsecond' AS last
      FROM export.file_order WHERE file_id = :file HAVING count(*) > 0
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  ExportBooks(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** Holds the feed until the transaction ends; answers up to when it was exported. */
  Instant lock(String feed) {
    jdbc.sql(ADD_FEED).param("feed", feed).update();
    return jdbc.sql(LOCK_FEED).param("feed", feed).query(Timestamp.class).single().toInstant();
  }

  void advance(String feed, Instant until) {
    jdbc.sql(ADVANCE).param("feed", feed).param("until", Timestamp.from(until)).update();
  }

  Optional<ExportFile> unfinished(String feed) {
    return jdbc.sql(UNFINISHED).param("feed", feed).query(ExportBooks::file).optional();
  }

  ExportFile file(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(ExportBooks::file).single();
  }

  boolean hasFile(String feed, Instant until) {
    return jdbc.sql("SELECT 1 FROM export.file WHERE feed = :feed AND confirmed_until = :until")
        .param("feed", feed)
        .param("until", Timestamp.from(until))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  List<Entry> exported(String feed, Instant from, Instant until) {
    return jdbc.sql(EXPORTED)
        .param("feed", feed)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query(ExportBooks::entry)
        .list();
  }

  /** Under the feed's lock: the next file of the feed with these orders. */
  ExportFile plan(
      String feed, LocalDate businessDate, Instant from, Instant until, List<Entry> entries) {
    UUID id = TimeOrderedId.next(clock);
    int sequence = jdbc.sql(NEXT_SEQUENCE).param("feed", feed).query(Integer.class).single();
    Instant now = clock.instant();
    jdbc.sql(ADD_FILE)
        .param("id", id)
        .param("feed", feed)
        .param("sequence", sequence)
        .param("name", ExportFile.name(feed, businessDate, sequence, now))
        .param("businessDate", businessDate)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .param("now", Timestamp.from(now))
        .update();
    add(ADD_TO_FILE, id, entries);
    return file(id);
  }

  /** Each order once per feed; fails on one that is there already. */
  void markExported(String feed, List<Entry> entries) {
    add(ADD_TO_FEED, feed, entries);
  }

  private void add(String sql, Object owner, List<Entry> entries) {
    batches.batchUpdate(
        sql,
        entries.stream()
            .map(e -> new Object[] {owner, e.orderId(), Timestamp.from(e.confirmedAt())})
            .toList());
  }

  Set<UUID> orders(UUID file) {
    return jdbc.sql("SELECT order_id FROM export.file_order WHERE file_id = :file")
        .param("file", file)
        .query(UUID.class)
        .set();
  }

  /** Empty for a file without orders. */
  Optional<Span> span(UUID file) {
    return jdbc.sql(SPAN)
        .param("file", file)
        .query(
            (row, number) ->
                new Span(
                    row.getTimestamp("first").toInstant(), row.getTimestamp("last").toInstant()))
        .optional();
  }

  void written(UUID file, ControlTotals totals) {
    jdbc.sql(
            """
            UPDATE export.file SET state = 'WRITTEN', line_count = :rows, sha256 = :sha256
            WHERE id = :id AND state <> 'DELIVERED'
            """)
        .param("id", file)
        .param("rows", totals.rows())
        .param("sha256", totals.sha256())
        .update();
  }

  void delivered(UUID file) {
    jdbc.sql(
            """
            UPDATE export.file SET state = 'DELIVERED', delivered_at = :now
            WHERE id = :id AND state = 'WRITTEN'
            """)
        .param("id", file)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("order_id", UUID.class), row.getTimestamp("confirmed_at").toInstant());
  }

  private static ExportFile file(ResultSet row, int number) throws SQLException {
    return new ExportFile(
        row.getObject("id", UUID.class),
        row.getString("feed"),
        row.getInt("sequence"),
        row.getString("name"),
        row.getObject("business_date", LocalDate.class),
        row.getTimestamp("confirmed_from").toInstant(),
        row.getTimestamp("confirmed_until").toInstant(),
        row.getString("sha256"));
  }
}
