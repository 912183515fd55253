package io.entrepot.core;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server for the JVM; a migrated database of its own for whoever asks. */
final class TestDatabase {
  private static final String MIGRATED = "migrated";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  static HikariDataSource create() {
    String name = "core" + NUMBER.incrementAndGet();
    new JdbcTemplate(SERVER.getPostgresDatabase())
        .execute("CREATE DATABASE " + name + " TEMPLATE " + MIGRATED);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE DATABASE " + MIGRATED);
      Flyway.configure()
          .dataSource(server.getDatabase("postgres", MIGRATED))
          .locations("classpath:db/migration")
          .load()
          .migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
