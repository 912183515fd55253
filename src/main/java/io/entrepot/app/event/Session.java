package io.entrepot.app.event;

import io.entrepot.app.event.Delivery.FailedTry;
import io.entrepot.app.failure.Failure;
import io.entrepot.app.failure.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's work on one subscription under one lease. The reader's thread fills the lanes; a key
 * has one lane, so that its events and its retries never overtake each other.
 *
 * <p>Whatever goes wrong with the database makes it {@link #broken}: it is thrown away and begun
 * again from what is durable.
 */
final class Session {
  static final int LANES = 4;
  static final int IN_FLIGHT_MAX = 1000;

  /** With more keys to be tried again nothing new is read: else a dead partner's backlog moves. */
  static final int PARKED_KEYS_MAX = 10_000;

  private static final int BATCH = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Lease lease;
  private final Route route;
  private final Storage storage;
  private final RetryPolicy policy;
  private final List<Lane> lanes;
  private final Watermark watermark;
  private final ParkedKeys parkedKeys;
  private final Set<String> retrying = ConcurrentHashMap.newKeySet();
  private long readTo;
  private long committed;
  private volatile long validUntilNanos;
  private volatile boolean broken;
  private volatile boolean dropping;

  /** Who delivers what. */
  record Route(String event, Delivery delivery) {}

  /** The tables it works on, and how it says that there is room again. */
  record Storage(
      Outbox outbox, Subscriptions subscriptions, ParkedEvents parked, EventSignal signal) {}

  Session(Lease lease, Route route, Storage storage, RetryPolicy policy, Executor pool) {
    this.lease = lease;
    this.route = route;
    this.storage = storage;
    this.policy = policy;
    this.lanes = Stream.generate(() -> new Lane(pool)).limit(LANES).toList();
    this.watermark = new Watermark(lease.position());
    this.readTo = lease.position();
    this.committed = lease.position();
    this.parkedKeys = new ParkedKeys(storage.parked().keys(lease.subscription()));
  }

  Lease lease() {
    return lease;
  }

  void validFor(Duration time) {
    validUntilNanos = System.nanoTime() + time.toNanos();
  }

  boolean broken() {
    return broken;
  }

  /** What waits in the lanes is left to the next session; what runs comes to its end. */
  void drop() {
    dropping = true;
  }

  /** Nothing runs and nothing waits. */
  boolean idle() {
    return lanes.stream().allMatch(Lane::idle);
  }

  /** Fills the lanes with what is due; true if there was something. */
  boolean step(long head) {
    boolean retried = retryDue();
    boolean read = read(head);
    return retried || read;
  }

  /** Makes durable how far we are. */
  void commit() {
    long position = watermark.position();
    if (position > committed) {
      storage.subscriptions().advance(lease, position);
      committed = position;
    }
  }

  private boolean read(long head) {
    if (head <= readTo
        || watermark.unsettled() > IN_FLIGHT_MAX / 2
        || parkedKeys.waiting() >= PARKED_KEYS_MAX) {
      return false;
    }
    List<SealedEvent> events = storage.outbox().after(route.event(), readTo, BATCH);
    for (SealedEvent event : events) {
      Watermark.Entry entry = watermark.begin(event.position());
      lane(event.entityKey()).submit(() -> inLane(() -> deliver(event, entry)));
    }
    if (events.isEmpty()) {
      readTo = head;
      return false;
    }
    readTo = events.get(events.size() - 1).position();
    return true;
  }

  private boolean retryDue() {
    if (parkedKeys.waiting() == 0) {
      return false;
    }
    boolean any = false;
    for (String key : storage.parked().dueKeys(lease.subscription(), BATCH)) {
      if (retrying.add(key)) {
        lane(key).submit(() -> inLane(() -> retry(key)));
        any = true;
      }
    }
    return any;
  }

  private Lane lane(String key) {
    return lanes.get(Math.floorMod(key.hashCode(), LANES));
  }

  private void inLane(Runnable task) {
    if (dropping || broken || System.nanoTime() - validUntilNanos > 0) {
      broken = true; // What we drop here, the next session reads again.
      return;
    }
    try {
      task.run();
    } catch (RuntimeException e) {
      broken = true;
      LOG.warn(
          "{}: begun again from its last position, because {}", lease.subscription(), e.toString());
    }
  }

  private void deliver(SealedEvent event, Watermark.Entry entry) {
    if (parkedKeys.contains(event.entityKey())) {
      storage.parked().queue(lease, event);
    } else {
      attempt(event, 1);
    }
    watermark.settle(entry);
    if (watermark.unsettled() == IN_FLIGHT_MAX / 2) {
      storage.signal().raise();
    }
  }

  private void retry(String key) {
    retrying.remove(key);
    Optional<Parked> first = storage.parked().first(lease.subscription(), key);
    while (first.isPresent() && first.get().due() && !dropping) {
      Parked parked = first.get();
      if (!attempt(storage.outbox().at(parked.position()), parked.attempts() + 1)) {
        return;
      }
      storage.parked().delivered(lease, parked.position());
      first = storage.parked().first(lease.subscription(), key);
    }
    if (first.isEmpty()) {
      parkedKeys.remove(key);
    }
  }

  private boolean attempt(SealedEvent event, int attempt) {
    Optional<FailedTry> failed = tryOnce(event, attempt);
    if (failed.isEmpty()) {
      return true;
    }
    if (dropping || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the node stops; the event is delivered again");
    }
    Failure failure = failed.get().failure();
    Optional<Duration> next = policy.after(failure, attempt, ThreadLocalRandom.current());
    storage.parked().park(lease, event, attempt, failure, next);
    parkedKeys.add(event.entityKey(), next.isEmpty());
    failed.get().settle().accept(next.isEmpty());
    return false;
  }

  private Optional<FailedTry> tryOnce(SealedEvent event, int attempt) {
    RecordedEvent opened;
    try {
      opened = storage.outbox().open(event);
    } catch (RuntimeException e) {
      return Optional.of(new FailedTry(Failure.of(e), dead -> {}));
    }
    return route.delivery().deliver(opened, attempt);
  }
}
