package io.entrepot.core.order;

import io.entrepot.core.commit.GroupCommit;
import io.entrepot.core.commit.GroupTerms;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cancels what was not paid in time, in groups. An order whose charge is under way or unknown is
 * left to its outcome. One that cannot be cancelled fails alone and is tried again by the next run;
 * two nodes at once do no harm.
 */
@Component
public class ExpireOrdersHandler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExpireOrdersHandler.class);

  // Smaller than a group of new orders, which waits meanwhile if it wants the same stock.
  private static final int GROUP = 200;
  private static final GroupTerms TERMS =
      new GroupTerms(GROUP, 4 * GROUP, 1, Duration.ofSeconds(30), Duration.ofSeconds(5));

  private final Orders orders;
  private final GroupCommit<UUID, Boolean> engine;
  private final Clock clock;

  public ExpireOrdersHandler(
      Orders orders,
      OrderStepHandler steps,
      EventOutbox outbox,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.engine =
        GroupCommit.start(
            "expiries", TERMS, new ExpiringOrders(steps, outbox, clock), transactions);
    this.clock = clock;
  }

  /** How many it cancelled; fewer than the limit means that none is left that could be. */
  public int handle(ExpireOrders command) {
    Transactions.requireNone("expiring orders");
    int expired = 0;
    int left = command.limit();
    while (left > 0) {
      List<UUID> overdue = orders.overdue(SqlTime.now(clock), Math.min(left, GROUP));
      int done = expire(overdue);
      expired += done;
      left -= GROUP;
      if (done < overdue.size() || overdue.size() < GROUP) {
        break;
      }
    }
    return expired;
  }

  private int expire(List<UUID> overdue) {
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    overdue.forEach(order -> answers.add(engine.submit(order)));
    int expired = 0;
    for (int i = 0; i < answers.size(); i++) {
      try {
        expired += answers.get(i).join() ? 1 : 0;
      } catch (CompletionException e) {
        LOG.warn("order {} is not expired; the next run tries again", overdue.get(i), e);
      }
    }
    return expired;
  }

  @Override
  public void close() {
    engine.close();
  }
}
