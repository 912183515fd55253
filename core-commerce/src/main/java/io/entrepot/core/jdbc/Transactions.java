package io.entrepot.core.jdbc;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Short transactions of the core: none waits for a lock or runs a statement without end. */
@Component
public class Transactions {
  // A transaction of the core takes milliseconds. Who waits longer than this stands behind
  // something
  // broken, and a caller with a thread and a connection in hand is better told so.
  private static final String BOUNDS =
      "SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '10s'";

  private final TransactionTemplate template;
  private final JdbcTemplate jdbc;

  public Transactions(PlatformTransactionManager manager, DataSource dataSource) {
    this.template = new TransactionTemplate(manager);
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /** Commits what the work did, or nothing of it when it throws; joins a running transaction. */
  public <T> T call(Supplier<T> work) {
    return call(status -> work.get());
  }

  /** The same for work that may answer and yet keep nothing: by marking the status. */
  public <T> T call(Function<TransactionStatus, T> work) {
    boolean joined = TransactionSynchronizationManager.isActualTransactionActive();
    T result =
        template.execute(
            status -> {
              if (!joined) {
                jdbc.execute(BOUNDS);
              }
              return work.apply(status);
            });
    if (result == null) {
      throw new AssertionError("the work of a transaction returned nothing");
    }
    return result;
  }

  /**
   * Refuses to work inside a running transaction: one that waits for a partner, or for the commit
   * of a group, would hold its locks and its connection meanwhile, and could be rolled back after
   * the answer was given.
   */
  public static void requireNone(String what) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          what
              + " must not run inside a transaction; call it outside, in a batch step by a writer"
              + " whose transaction attribute is NOT_SUPPORTED");
    }
  }

  /** For work that is only sound inside a transaction of its caller. */
  public static void requireRunning(String what) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(what + " must run inside a transaction; open one around it");
    }
  }
}
