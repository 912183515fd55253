package io.entrepot.core.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Joins the fragments of several contexts into one statement of many, so that the server is asked
 * once; runs in the caller's transaction.
 */
@Component
public class OneTrip {
  private final JdbcTemplate jdbc;

  public OneTrip(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /**
   * In the order given.
   *
   * @throws IllegalStateException when a fragment wrote another number of rows than it must
   */
  public void run(List<SqlFragment> fragments) {
    Transactions.requireRunning("a trip of several statements");
    String sql = fragments.stream().map(SqlFragment::sql).collect(joining(";\n"));
    jdbc.execute(
        sql,
        (PreparedStatement statement) -> {
          bind(statement, fragments);
          statement.execute();
          check(statement, fragments);
          return true;
        });
  }

  private static void bind(PreparedStatement statement, List<SqlFragment> fragments)
      throws SQLException {
    int index = 1;
    for (SqlFragment fragment : fragments) {
      for (@Nullable Object parameter : fragment.parameters()) {
        statement.setObject(index++, parameter);
      }
    }
  }

  private static void check(PreparedStatement statement, List<SqlFragment> fragments)
      throws SQLException {
    for (SqlFragment fragment : fragments) {
      int written = statement.getUpdateCount();
      if (fragment.rows() != SqlFragment.ANY_ROWS && fragment.rows() != written) {
        throw new IllegalStateException(
            "%d rows of %d written, for others were quicker; nothing is kept, try again: %s"
                .formatted(written, fragment.rows(), fragment.sql()));
      }
      statement.getMoreResults();
    }
  }
}
