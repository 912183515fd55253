package io.entrepot.app.event;

import io.entrepot.app.event.Session.Route;
import io.entrepot.app.event.Session.Storage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One subscription on this node: gets its lease, works under it, gives it back. All but {@link
 * #close} and {@link #awaitClosed} is called by the one thread of {@link EventReaders}.
 */
final class Reader {
  private static final Duration COMMIT_EVERY = Duration.ofMillis(100);

  private final String name;
  private final Route route;
  private final Storage storage;
  private final ReaderSettings settings;
  private final Executor pool;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Timer leaseWork = new Timer();
  private final Timer commits = new Timer();
  private volatile @Nullable Timer giveBackBy;
  private volatile boolean closing;
  private @Nullable Session session;

  Reader(String name, Route route, Storage storage, ReaderSettings settings, Executor pool) {
    this.name = name;
    this.route = route;
    this.storage = storage;
    this.settings = settings;
    this.pool = pool;
  }

  String name() {
    return name;
  }

  /** True if there was something to do. */
  boolean step(long head) {
    if (closing && session == null) {
      closed.countDown();
      return false;
    }
    try {
      if (leaseWork.due()) {
        leaseWork.in(settings.renewal());
        keepLease();
      }
      return session != null && work(session, head);
    } catch (LeaseLost e) {
      session = null;
      return true;
    }
  }

  /** Gives the lease back for good; what has not ended by then is left alone. */
  void close(Duration within) {
    closing = true;
    giveBackWithin(within);
  }

  boolean awaitClosed(Duration time) throws InterruptedException {
    return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends what was begun, begins nothing new, and leaves the lease to another node. */
  void giveBack(Duration within) {
    if (!closing) {
      giveBackWithin(within);
    }
  }

  private void giveBackWithin(Duration within) {
    Timer timer = new Timer();
    timer.in(within);
    giveBackBy = timer;
  }

  private boolean work(Session held, long head) {
    Timer end = giveBackBy;
    if (end != null) {
      return finish(held, end);
    }
    boolean busy = !held.broken() && held.step(head);
    if (commits.due()) {
      commits.in(COMMIT_EVERY);
      held.commit();
    }
    return busy;
  }

  private boolean finish(Session held, Timer end) {
    if (end.due()) {
      held.drop();
    } else if (!held.idle()) {
      return false;
    }
    held.commit();
    storage.subscriptions().release(held.lease());
    session = null;
    // The one that asked for it comes first.
    leaseWork.in(settings.lease());
    giveBackBy = null;
    return true;
  }

  private void keepLease() {
    Session held = session;
    if (held == null) {
      take();
    } else if (giveBackBy == null && held.broken() && held.idle()) {
      session = null;
      held.commit();
      take();
    } else {
      renew(held);
    }
  }

  private void take() {
    Optional<Lease> lease = storage.subscriptions().take(name, settings.node(), settings.lease());
    if (lease.isEmpty()) {
      storage.subscriptions().ask(name, settings.node(), settings.lease());
      return;
    }
    Session taken = new Session(lease.get(), route, storage, settings.policy(), pool);
    taken.validFor(settings.lease());
    session = taken;
  }

  private void renew(Session held) {
    // Counted from before the question, so that we stop before the database thinks we have.
    long asked = System.nanoTime();
    if (!storage.subscriptions().renew(held.lease(), settings.node(), settings.lease())) {
      throw new LeaseLost(name);
    }
    held.validFor(settings.lease().minusNanos(System.nanoTime() - asked));
  }
}
