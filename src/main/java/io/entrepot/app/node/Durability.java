package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Refuses a database that acknowledges what it could still lose. */
public final class Durability {
  private static final List<String> SETTINGS =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  public static void require(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        require(statement, setting);
      }
    } catch (SQLException e) {
      throw silent(e);
    }
  }

  static StartRefused silent(Exception failure) {
    return new StartRefused(
        "the database does not answer (ENTREPOT_DATABASE_URL): " + root(failure).getMessage(),
        failure);
  }

  /** The pool wraps what the server said. */
  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() instanceof SQLException cause) {
      root = cause;
    }
    return root;
  }

  private static void require(Statement statement, String setting) throws SQLException {
    try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
      result.next();
      String value = result.getString(1);
      if (!value.equals("on")) {
        throw new StartRefused(
            "the database is not durable ("
                + setting
                + " is "
                + value
                + "): switch it on, or what the hub acknowledges can be lost");
      }
    }
  }
}
