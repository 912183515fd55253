package io.entrepot.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path dir;

  @Test
  void everyAcknowledgedWriteIsDurable() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, 0);
        Connection connection = connect(postgres)) {
      assertThat(one(connection, "SHOW fsync")).isEqualTo("on");
      assertThat(one(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(one(connection, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(one(connection, "SELECT datctype FROM pg_database WHERE datname = 'postgres'"))
          .isEqualTo("C.UTF-8");
    }
  }

  @Test
  void onlyItsOwnerReadsThePasswordAndNoOneEntersWithoutIt() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, 0)) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("password"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "entrepot", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void dataOutliveAnOrderlyStop() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(dir, 0)) {
      execute(first, "CREATE TABLE kept AS SELECT 7 AS n");
    }

    try (EmbeddedPostgres second = EmbeddedPostgres.start(dir, 0);
        Connection connection = connect(second)) {
      assertThat(one(connection, "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void closingLeavesNoServerBehind() {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, 0);
    long pid = postgres.pid();

    postgres.close();

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void secondStartOnTheSameDirectoryIsRefusedByTheHoldersId() {
    try (EmbeddedPostgres holder = EmbeddedPostgres.start(dir, 0)) {
      assertThat(serves(holder)).isTrue();
      assertThatThrownBy(() -> EmbeddedPostgres.start(dir, 0))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void takenPortIsNamedTogetherWithItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(dir, other.getLocalPort()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("port " + other.getLocalPort() + " is taken")
          .hasMessageContaining("ENTREPOT_DATABASE_PORT");
    }
  }

  @Test
  void killedServerComesBackAndLosesNothingThatWasAcknowledged() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, 0)) {
      execute(postgres, "CREATE TABLE written (writer int, n int)");
      Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
      AtomicBoolean stop = new AtomicBoolean();
      List<Thread> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        writers.add(writer(postgres, writer, acknowledged, stop));
      }

      await().atMost(PATIENCE).until(() -> acknowledged.size() > 200);
      long killed = postgres.pid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      await().atMost(PATIENCE).until(() -> serves(postgres));
      int before = acknowledged.size();
      await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 200);
      stop.set(true);
      for (Thread thread : writers) {
        thread.join();
      }

      assertThat(postgres.pid()).isNotEqualTo(killed);
      assertThat(rows(postgres)).containsAll(acknowledged);
    }
  }

  @Test
  void serverOfAKilledHubIsStoppedAndItsDataAreThere() throws Exception {
    Process hub = HubProcess.start(dir);
    long server = HubProcess.serverOf(hub);

    hub.destroyForcibly().waitFor();

    try (EmbeddedPostgres next = EmbeddedPostgres.start(dir, 0);
        Connection connection = connect(next)) {
      assertThat(one(connection, "SELECT n FROM of_the_killed_hub")).isEqualTo("1");
      assertThat(next.pid()).isNotEqualTo(server);
    }
  }

  @Test
  void serverEndsByItselfWhenItsHubIsKilled() throws Exception {
    Process hub = HubProcess.start(dir);
    long server = HubProcess.serverOf(hub);

    hub.destroyForcibly().waitFor();

    await()
        .atMost(PATIENCE)
        .until(() -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void aStalePidFileOfAnotherProgramIsNoObstacle() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(dir, 0)) {
      execute(first, "CREATE TABLE kept AS SELECT 7 AS n");
    }
    Files.writeString(
        dir.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n" + dir + "\n");

    try (EmbeddedPostgres second = EmbeddedPostgres.start(dir, 0);
        Connection connection = connect(second)) {
      assertThat(one(connection, "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void interruptedInitialisationIsStartedAfresh() throws Exception {
    Files.createDirectories(dir.resolve("data.new/base"));
    Files.writeString(dir.resolve("data.new/PG_VERSION"), "17");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, 0)) {
      assertThat(serves(postgres)).isTrue();
    }
  }

  private static Thread writer(
      EmbeddedPostgres postgres, int writer, Queue<String> acknowledged, AtomicBoolean stop) {
    Thread thread =
        new Thread(
            () -> {
              int n = 0;
              while (!stop.get()) {
                try (Connection connection = connect(postgres);
                    Statement statement = connection.createStatement()) {
                  while (!stop.get()) {
                    n++;
                    statement.execute("INSERT INTO written VALUES (" + writer + "," + n + ")");
                    acknowledged.add(writer + ":" + n);
                  }
                } catch (SQLException serverIsDown) {
                  Thread.onSpinWait();
                }
              }
            });
    thread.start();
    return thread;
  }

  private static List<String> rows(EmbeddedPostgres postgres) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT writer || ':' || n FROM written")) {
      while (result.next()) {
        rows.add(Optional.ofNullable(result.getString(1)).orElseThrow());
      }
    }
    return rows;
  }

  private static boolean serves(EmbeddedPostgres postgres) {
    try (Connection connection = connect(postgres)) {
      return "1".equals(one(connection, "SELECT 1"));
    } catch (SQLException down) {
      return false;
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
