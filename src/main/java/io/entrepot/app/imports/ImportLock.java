package io.entrepot.app.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One import of a mapping at a time, over all nodes: a lock that lives and dies with a connection,
 * so that a killed node's import is free for another at once.
 */
@Component
final class ImportLock {
  private static final int ALIVE_SECONDS = 2;

  private final DataSource dataSource;

  ImportLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A lock that is held until it is closed. */
  static final class Held implements AutoCloseable {
    private final Connection connection;
    private final String mapping;

    private Held(Connection connection, String mapping) {
      this.connection = connection;
      this.mapping = mapping;
    }

    /** False when the connection, and so the lock, is gone: somebody else may be at it. */
    boolean alive() {
      try {
        return connection.isValid(ALIVE_SECONDS);
      } catch (SQLException e) {
        return false;
      }
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        if (alive()) {
          ask(connection, "SELECT pg_advisory_unlock(hashtext('import'), hashtext(?))", mapping);
        }
      }
    }
  }

  /** Null when another node, or another thread of this one, has it. */
  @Nullable Held take(String mapping) throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean taken = false;
    try {
      taken =
          ask(connection, "SELECT pg_try_advisory_lock(hashtext('import'), hashtext(?))", mapping);
      return taken ? new Held(connection, mapping) : null;
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  private static boolean ask(Connection connection, String sql, String mapping)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, mapping);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
