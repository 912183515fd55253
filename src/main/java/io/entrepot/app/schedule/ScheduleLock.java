package io.entrepot.app.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * One run of a schedule at a time, over all nodes. Quartz gives a stalled node's work to another
 * after some seconds; this lock lives and dies with the stalled node's own connection, so that the
 * two never work side by side.
 */
@Component
final class ScheduleLock {
  private static final String TAKE =
      "SELECT pg_try_advisory_lock(hashtext('schedule'), hashtext(?))";
  private static final String FREE = "SELECT pg_advisory_unlock(hashtext('schedule'), hashtext(?))";

  private final DataSource dataSource;

  ScheduleLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs {@code work} unless another node is at it; false then. */
  boolean whileHeld(String schedule, Runnable work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!asks(connection, TAKE, schedule)) {
        return false;
      }
      try {
        work.run();
      } finally {
        asks(connection, FREE, schedule);
      }
      return true;
    }
  }

  private static boolean asks(Connection connection, String sql, String schedule)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schedule);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
