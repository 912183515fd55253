package io.entrepot.core.commit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The real database behind a wire that can be cut. */
final class UnreliableDatabase extends DelegatingDataSource {
  private final AtomicInteger commitsToLose = new AtomicInteger();
  private volatile boolean away;

  UnreliableDatabase(DataSource real) {
    super(real);
  }

  /** The next commits happen, and nobody hears of it. */
  void loseAnswersOfCommits(int count) {
    commitsToLose.set(count);
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (away) {
      throw new SQLTransientConnectionException("nobody answers", "08001");
    }
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                if (method.getName().equals("commit")
                    && commitsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  throw new SQLException("the wire was cut", "08006");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
