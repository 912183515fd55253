package io.entrepot.app.event;

import io.entrepot.app.event.Session.Route;
import io.entrepot.app.event.Session.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads the outbox for all subscriptions of this node, on one thread; lanes deliver on a pool. */
@Component
final class EventReaders implements DisposableBean {
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
  private static final Duration GIVE_BACK_WITHIN = Duration.ofSeconds(30);

  private final Storage storage;
  private final ReaderSettings settings;
  private final Map<String, Reader> readers = new ConcurrentHashMap<>();
  private final ExecutorService lanes = Executors.newCachedThreadPool(Threads.named("event-lane"));
  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(Threads.named("event-reader"));
  private final Timer evening = new Timer();
  private final Outage outage = new Outage();
  private volatile boolean stopped;

  EventReaders(
      Outbox outbox,
      Subscriptions subscriptions,
      ParkedEvents parked,
      EventSignal signal,
      ReaderSettings settings) {
    this.storage = new Storage(outbox, subscriptions, parked, signal);
    this.settings = settings;
    loop.execute(this::run);
  }

  /**
   * @param name the subscription's, kept for ever: its position is found again by it
   */
  void start(String name, String event, boolean fromBeginning, Delivery delivery) {
    storage.subscriptions().register(name, event, fromBeginning);
    Reader reader = new Reader(name, new Route(event, delivery), storage, settings, lanes);
    if (readers.putIfAbsent(name, reader) != null) {
      throw new IllegalStateException("subscription " + name + " is read already on this node");
    }
    storage.signal().raise();
  }

  /** Returns when the lease is given back, or after five seconds. */
  void stop(String name) {
    stop(List.of(name));
  }

  /** All side by side, so that a node's end takes no longer than its slowest subscription. */
  void stopAll() {
    stop(List.copyOf(readers.keySet()));
  }

  private void stop(List<String> names) {
    List<Reader> ending = names.stream().map(readers::get).filter(Objects::nonNull).toList();
    ending.forEach(reader -> reader.close(STOP_WITHIN));
    storage.signal().raise();
    try {
      Timer end = new Timer();
      end.in(STOP_WITHIN.plusSeconds(1));
      for (Reader reader : ending) {
        reader.awaitClosed(end.left());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ending.forEach(reader -> readers.remove(reader.name()));
    }
  }

  @Override
  public void destroy() {
    stopped = true;
    loop.shutdownNow();
    lanes.shutdownNow();
  }

  private void run() {
    while (!stopped) {
      long seen = storage.signal().seen();
      try {
        if (!round()) {
          storage.signal().await(seen, IDLE.toMillis());
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean round() {
    try {
      long head = storage.outbox().head();
      boolean busy = false;
      for (Reader reader : readers.values()) {
        busy |= reader.step(head);
      }
      evenOut();
      outage.over();
      return busy;
    } catch (RuntimeException e) {
      // A boundary: whatever the database says, the readers begin again from what is durable.
      outage.seen(e);
      return false;
    }
  }

  /** One at a time, so that two nodes do not hand the same ones to and fro. */
  private void evenOut() {
    if (!evening.due()) {
      return;
    }
    evening.in(settings.renewal());
    storage
        .subscriptions()
        .wanted(settings.node())
        .map(readers::get)
        .ifPresent(reader -> reader.giveBack(GIVE_BACK_WITHIN));
  }
}
