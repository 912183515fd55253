package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.entrepot.app.TestHub;
import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.StartRefused;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Each refusal comes before anything has started, so that it costs no time. */
class StartRefusalsTest {
  @TempDir Path data;

  @Test
  void secondHubOnOneDirectoryIsToldWhoHasIt() {
    TestHub hub = TestHub.shared();

    assertThatThrownBy(() -> Node.start(settings(Map.of("data", hub.data().toString()))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void takenPortIsNamedTogetherWithItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      Map<String, String> variables =
          Map.of(
              "port", "ENTREPOT_PORT",
              "sftp.port", "ENTREPOT_SFTP_PORT",
              "smtp.port", "ENTREPOT_SMTP_PORT",
              "sandbox.port", "ENTREPOT_SANDBOX_PORT");

      variables.forEach(
          (key, variable) ->
              assertThatThrownBy(() -> Node.start(settings(Map.of(key, port))))
                  .isInstanceOf(StartRefused.class)
                  .hasMessageContaining("port " + port + " is taken")
                  .hasMessageContaining(variable));
    }
  }

  @Test
  void placeOfAFileIsNoDataDirectory() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");

    assertThatThrownBy(() -> Node.start(settings(Map.of("data", file.toString()))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--data");
  }

  @Test
  void unwritableDirectoryIsRefused() throws Exception {
    Path locked = Files.createDirectory(data.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    // Root writes everywhere.
    assumeThat(Files.isWritable(locked)).isFalse();

    assertThatThrownBy(() -> Node.start(settings(Map.of("data", locked.toString()))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--data");
  }

  @Test
  void databaseThatCouldLoseACommitIsRefused() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("db"), 0)) {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(postgres.jdbcUrl());
      database.setUser(postgres.user());
      database.setPassword(postgres.password());
      Durability.require(database);
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER ROLE entrepot SET synchronous_commit = off");
      }

      assertThatThrownBy(() -> Durability.require(database))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("synchronous_commit is off");
    }
  }

  @Test
  void refusedStartLeavesTheDirectoryFree() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> taken = Map.of("port", String.valueOf(other.getLocalPort()));
      assertThatThrownBy(() -> Node.start(settings(taken))).isInstanceOf(StartRefused.class);
    }

    try (NodeDirectory free = NodeDirectory.take(data)) {
      assertThat(free).isNotNull();
      assertThat(RunFile.find(data)).isEmpty();
    }
  }

  private NodeSettings settings(Map<String, String> overrides) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of("data", data.toString(), "port", "0", "sftp.port", "0", "sandbox.port", "0"));
    settings.putAll(overrides);
    return SettingsReader.read(Map.of(), settings);
  }
}
