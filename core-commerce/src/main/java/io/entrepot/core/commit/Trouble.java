package io.entrepot.core.commit;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed try says about the next one. */
enum Trouble {
  /** The database is away or full of others: the same group may succeed later. */
  OF_THE_DATABASE,
  /** Something in the group is bad: parts of it may succeed. */
  OF_THE_GROUP;

  // 08 connection, 40 serialization and deadlock, 53 no resources, 57 operator intervention and
  // statement time-out, 55P03 lock not available: PostgreSQL, Appendix A.
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  static Trouble of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && passes(sql)) {
        return OF_THE_DATABASE;
      }
    }
    return OF_THE_GROUP;
  }

  private static boolean passes(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || passes(failure.getSQLState());
  }

  private static boolean passes(@Nullable String state) {
    // What the server refuses has a state; without one the pool speaks of a connection that died.
    return state == null
        || state.equals(LOCK_NOT_AVAILABLE)
        || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
  }
}
