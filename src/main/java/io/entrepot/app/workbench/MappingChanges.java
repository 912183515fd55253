package io.entrepot.app.workbench;

import io.entrepot.app.mapping.MappingBundle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts versions in force for all nodes, and remembers who did it. */
@Component
final class MappingChanges {
  /** One change at a time: their numbers are in the order of their commits. */
  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('mapping.change'))";

  private static final String REPLACE =
      """
      UPDATE mapping.in_force SET version = :version WHERE name = :name AND version = :expected
      """;
  private static final String FIRST =
      """
      INSERT INTO mapping.in_force (name, version) VALUES (:name, :version) ON CONFLICT DO NOTHING
      """;
  private static final String IN_FORCE = "SELECT version FROM mapping.in_force WHERE name = :name";
  private static final String RECORD =
      """
      INSERT INTO mapping.change (name, kind, version, previous, at, who, why)
      VALUES (:name, :kind, :version, :previous, :at, :who, :why)
      RETURNING no, name, kind, version, previous, at, who, why
      """;
  private static final String COLUMNS =
      "SELECT no, name, kind, version, previous, at, who, why FROM mapping.change ";
  private static final String HISTORY =
      COLUMNS + "WHERE name = :name ORDER BY no DESC LIMIT :limit";
  private static final String LATEST =
      "SELECT DISTINCT ON (name) no, name, kind, version, previous, at, who, why"
          + " FROM mapping.change ORDER BY name, no DESC";

  /** What was in force when it came is not the change that a rollback made, but a promotion. */
  private static final String PROMOTION =
      COLUMNS
          + """
          WHERE name = :name AND version = :version AND kind = 'PROMOTED'
          ORDER BY no DESC LIMIT 1
          """;

  private final JdbcClient jdbc;
  private final MappingVersions versions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MappingChanges(
      JdbcClient jdbc,
      MappingVersions versions,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.transaction = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Puts {@code next} in force if {@code expected} still is; otherwise nothing happens.
   *
   * @param expected what the caller takes to be in force; null: there is no mapping of that name
   * @throws Overtaken if something else is in force by now
   */
  MappingChange change(
      MappingChange.Kind kind,
      MappingBundle next,
      @Nullable MappingBundle expected,
      String who,
      @Nullable String why) {
    return Objects.requireNonNull(
        transaction.execute(status -> changeAlone(kind, next, expected, who, why)));
  }

  private MappingChange changeAlone(
      MappingChange.Kind kind,
      MappingBundle next,
      @Nullable MappingBundle expected,
      String who,
      @Nullable String why) {
    jdbc.sql(ALONE).query((ResultSet row) -> {});
    if (expected != null) {
      versions.add(expected);
    }
    versions.add(next);
    String before = expected == null ? null : expected.version();
    if (!replaced(next, before)) {
      throw new Overtaken(next.name(), before, inForce(next.name()).orElse(null));
    }
    return record(kind, next, before, who, why);
  }

  private boolean replaced(MappingBundle next, @Nullable String expected) {
    if (expected != null && inForce(next.name()).isPresent()) {
      return jdbc.sql(REPLACE)
              .param("version", next.version())
              .param("name", next.name())
              .param("expected", expected)
              .update()
          == 1;
    }
    return jdbc.sql(FIRST).param("name", next.name()).param("version", next.version()).update()
        == 1;
  }

  private MappingChange record(
      MappingChange.Kind kind,
      MappingBundle next,
      @Nullable String before,
      String who,
      @Nullable String why) {
    return jdbc.sql(RECORD)
        .param("name", next.name())
        .param("kind", kind.name())
        .param("version", next.version())
        .param("previous", before)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("who", who)
        .param("why", why)
        .query(MappingChanges::change)
        .single();
  }

  /** Empty where it was never promoted. */
  Optional<String> inForce(String name) {
    return jdbc.sql(IN_FORCE).param("name", name).query(String.class).optional();
  }

  /** Newest first. */
  List<MappingChange> history(String name, int limit) {
    return jdbc.sql(HISTORY)
        .param("name", name)
        .param("limit", limit)
        .query(MappingChanges::change)
        .list();
  }

  /** The newest of each mapping. */
  List<MappingChange> latest() {
    return jdbc.sql(LATEST).query(MappingChanges::change).list();
  }

  /** The promotion that brought this version last. */
  Optional<MappingChange> promotion(String name, String version) {
    return jdbc.sql(PROMOTION)
        .param("name", name)
        .param("version", version)
        .query(MappingChanges::change)
        .optional();
  }

  private static MappingChange change(ResultSet row, int number) throws SQLException {
    return new MappingChange(
        row.getLong("no"),
        row.getString("name"),
        MappingChange.Kind.valueOf(row.getString("kind")),
        row.getString("version"),
        row.getString("previous"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"),
        row.getString("why"));
  }
}
