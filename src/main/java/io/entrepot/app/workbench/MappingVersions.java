package io.entrepot.app.workbench;

import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.PromotedMappings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of mappings as they were promoted, each with all the files it uses. */
@Component
final class MappingVersions implements PromotedMappings {
  private static final String ADD =
      """
      INSERT INTO mapping.version (name, version, stored_at) VALUES (:name, :version, :now)
      ON CONFLICT DO NOTHING
      """;
  private static final String ADD_FILE =
      """
      WITH content AS (
        INSERT INTO mapping.content (sha256, bytes) VALUES (sha256(:bytes), :bytes)
        ON CONFLICT DO NOTHING)
      INSERT INTO mapping.version_file (name, version, path, sha256)
      VALUES (:name, :version, :path, sha256(:bytes))
      """;
  private static final String FILES =
      """
      SELECT f.path, c.bytes
      FROM mapping.version_file f JOIN mapping.content c USING (sha256)
      WHERE f.name = :name AND f.version = :version
      """;
  private static final String STORED_FILE =
      """
      SELECT count(*) > 0 FROM mapping.version_file
      WHERE name = :name AND path = :path AND sha256 = sha256(:bytes)
      """;
  private static final String IN_FORCE = "SELECT name, version FROM mapping.in_force";

  private final JdbcClient jdbc;
  private final Clock clock;

  MappingVersions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps it; a version that is kept already stays as it is. Joins the caller's transaction. */
  void add(MappingBundle bundle) {
    int fresh =
        jdbc.sql(ADD)
            .param("name", bundle.name())
            .param("version", bundle.version())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (fresh == 1) {
      bundle.files().forEach((path, bytes) -> addFile(bundle, path, bytes));
    } else if (!find(bundle.name(), bundle.version()).map(bundle::sameAs).orElse(false)) {
      throw new IllegalStateException(
          bundle.name() + ": other files have the version " + bundle.version() + " already");
    }
  }

  private void addFile(MappingBundle bundle, String path, byte[] bytes) {
    jdbc.sql(ADD_FILE)
        .param("bytes", bytes)
        .param("name", bundle.name())
        .param("version", bundle.version())
        .param("path", path)
        .update();
  }

  Optional<MappingBundle> find(String name, String version) {
    Map<String, byte[]> files = new TreeMap<>();
    jdbc.sql(FILES)
        .param("name", name)
        .param("version", version)
        .query((ResultSet row) -> put(files, row));
    return files.isEmpty() ? Optional.empty() : Optional.of(new MappingBundle(name, files));
  }

  private static void put(Map<String, byte[]> files, ResultSet row) throws SQLException {
    files.put(row.getString("path"), row.getBytes("bytes"));
  }

  /** Whether some version of that mapping says exactly this. */
  boolean knows(String name, byte[] file) {
    return jdbc.sql(STORED_FILE)
        .param("name", name)
        .param("path", MappingBundle.path(name))
        .param("bytes", file)
        .query(Boolean.class)
        .single();
  }

  /** The versions in force of all mappings that were ever promoted, by name. */
  Map<String, String> versionsInForce() {
    Map<String, String> versions = new HashMap<>();
    jdbc.sql(IN_FORCE)
        .query(
            (ResultSet row) -> {
              versions.put(row.getString("name"), row.getString("version"));
            });
    return versions;
  }

  @Override
  public Map<String, MappingBundle> inForce() {
    Map<String, MappingBundle> bundles = new TreeMap<>();
    versionsInForce().forEach((name, version) -> bundles.put(name, require(name, version)));
    return bundles;
  }

  MappingBundle require(String name, String version) {
    return find(name, version)
        .orElseThrow(
            () -> new IllegalStateException("the files of " + name + "@" + version + " are gone"));
  }
}
