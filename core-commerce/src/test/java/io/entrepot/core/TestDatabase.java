package io.entrepot.core;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One migrated database for the JVM, emptied for each that asks; tests run one after another. */
public final class TestDatabase {
  // Append-only tables refuse DELETE by a trigger; a replica's role leaves triggers out. For the
  // few
  // rows of a test DELETE is much faster than TRUNCATE, which makes a new file for each table.
  private static final String EMPTY =
      """
      SET session_replication_role = replica;
      DELETE FROM catalog.sku;
      DELETE FROM inventory.stock;
      DELETE FROM inventory.ledger;
      DELETE FROM inventory.reservation;
      DELETE FROM inventory.receipt;
      DELETE FROM orders.orders;
      DELETE FROM orders.line;
      DELETE FROM orders.charge;
      DELETE FROM orders.history;
      DELETE FROM payment.payment;
      DELETE FROM payment.attempt;
      DELETE FROM payment.ledger;
      DELETE FROM payment.refund;
      DELETE FROM fulfilment.shipment;
      DELETE FROM fulfilment.shipment_line;
      DELETE FROM fulfilment.tracking;
      DELETE FROM account.account;
      DELETE FROM outbox;
      RESET session_replication_role
      """;

  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  public static HikariDataSource empty() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(SERVER.getPostgresDatabase());
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(1);
    // A leaked connection shall fail a test at once.
    config.setConnectionTimeout(10_000);
    HikariDataSource dataSource = new HikariDataSource(config);
    new JdbcTemplate(dataSource).execute(EMPTY);
    return dataSource;
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .locations("classpath:db/migration")
          .load()
          .migrate();
      new JdbcTemplate(server.getPostgresDatabase())
          .execute("CREATE TABLE outbox (seq bigserial, id uuid, correlation uuid)");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
