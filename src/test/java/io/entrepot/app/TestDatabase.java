package io.entrepot.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Databases of their own on one real server per JVM, for tests that need no whole hub. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Migrated and empty; close it. */
  public static HikariDataSource fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    try (HikariDataSource admin = pool("postgres", 1);
        Connection connection = admin.getConnection()) {
      if (!Server.migrated) {
        connection.createStatement().execute("CREATE DATABASE migrated");
        migrate();
        Server.migrated = true;
      }
      connection.createStatement().execute("CREATE DATABASE " + name + " TEMPLATE migrated");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return pool(name, 16);
  }

  private static void migrate() {
    try (HikariDataSource template = pool("migrated", 2)) {
      migrate(template);
    }
  }

  private static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
  }

  private static HikariDataSource pool(String database, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.port() + "/" + database);
    config.setUsername(Server.POSTGRES.user());
    config.setPassword(Server.POSTGRES.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();
    static boolean migrated;

    private static EmbeddedPostgres start() {
      try {
        Path directory = Files.createTempDirectory("test-database");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres postgres, Path directory) {
      postgres.close();
      try {
        Trees.delete(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
