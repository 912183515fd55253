package io.entrepot.app.console;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Open pages and what they look at. One thread asks each subject for its state, however many pages
 * show it, and tells them only that something changed: each fetches itself, under its own session,
 * language and zone.
 */
@Component
final class LiveStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
  private static final int STREAMS_MAX = 128;
  private static final int STREAMS_OF_SESSION_MAX = 12;
  private static final int TICK_MILLIS = 1_000;
  private static final int TICKS_BETWEEN_BEATS = 10;
  private static final int TICKS_TO_LOAD = 5;
  // A stream ends now and then, so that its right to be here is checked anew when it comes back.
  private static final long STREAM_MILLIS = TimeUnit.MINUTES.toMillis(10);

  private record Subject(LiveTopic topic, @Nullable UUID id) {}

  private record Page(SseEmitter stream, String session) {}

  private static final class Watch {
    private final Map<Page, Boolean> pages = new ConcurrentHashMap<>();
    private volatile Object last;
    private volatile int quietTicks;

    private Watch(Object first) {
      this.last = first;
    }
  }

  private final Map<String, LiveTopic> topics;
  private final Map<Subject, Watch> watches = new ConcurrentHashMap<>();
  private @Nullable Timer ticker;

  LiveStreams(List<LiveTopic> topics) {
    this.topics = topics.stream().collect(Collectors.toMap(LiveTopic::name, Function.identity()));
  }

  Optional<LiveTopic> topic(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  /** Empty when this session, or the node, has as many open pages as it may. */
  Optional<SseEmitter> open(LiveTopic topic, @Nullable UUID id, String session) {
    // Read before the page is told to fetch itself: what changes later is a change.
    return open(new Subject(topic, id), topic.state(id), session);
  }

  private synchronized Optional<SseEmitter> open(Subject subject, Object state, String session) {
    var open = watches.values().stream().flatMap(watch -> watch.pages.keySet().stream()).toList();
    var own = open.stream().filter(page -> page.session().equals(session)).count();
    if (ticker == null || open.size() >= STREAMS_MAX || own >= STREAMS_OF_SESSION_MAX) {
      return Optional.empty();
    }
    var page = new Page(new SseEmitter(STREAM_MILLIS), session);
    page.stream().onCompletion(() -> close(subject, page));
    page.stream().onTimeout(page.stream()::complete);
    page.stream().onError(failure -> close(subject, page));
    var watch = watches.computeIfAbsent(subject, key -> new Watch(state));
    // The answer starts with its first event; what changed while the page loaded is not missed.
    send(page, watch.quietTicks < TICKS_TO_LOAD ? "changed" : "beat");
    watch.pages.put(page, true);
    return Optional.of(page.stream());
  }

  private synchronized void close(Subject subject, Page page) {
    watches.computeIfPresent(
        subject,
        (key, watch) -> {
          watch.pages.remove(page);
          return watch.pages.isEmpty() ? null : watch;
        });
  }

  int open() {
    return watches.values().stream().mapToInt(watch -> watch.pages.size()).sum();
  }

  private void tick() {
    watches.forEach(
        (subject, watch) -> {
          try {
            tick(subject, watch);
          } catch (RuntimeException failure) {
            // No beat goes out, so that the page says by itself that it has no news.
            LOG.warn("No live figures of {}: {}", subject.topic().name(), failure.toString());
          }
        });
  }

  private void tick(Subject subject, Watch watch) {
    var now = subject.topic().state(subject.id());
    var changed = !now.equals(watch.last);
    watch.last = now;
    int quiet = changed ? 0 : watch.quietTicks + 1;
    watch.quietTicks = quiet;
    if (changed) {
      tell(watch, "changed");
    } else if (quiet % TICKS_BETWEEN_BEATS == 0) {
      tell(watch, "beat");
    }
  }

  private static void tell(Watch watch, String event) {
    watch.pages.keySet().forEach(page -> send(page, event));
  }

  private static void send(Page page, String event) {
    try {
      page.stream().send(SseEmitter.event().name(event).data(""));
    } catch (IOException | IllegalStateException gone) {
      page.stream().completeWithError(gone);
    }
  }

  @Override
  public synchronized void start() {
    var ticking = new Timer("console-live", true);
    ticking.schedule(
        new TimerTask() {
          @Override
          public void run() {
            tick();
          }
        },
        TICK_MILLIS,
        TICK_MILLIS);
    ticker = ticking;
  }

  /** Before the web server stops, which else would wait for streams that never end. */
  @Override
  public void stop() {
    stopTicking();
    watches.values().stream()
        .flatMap(watch -> watch.pages.keySet().stream())
        .toList()
        .forEach(page -> page.stream().complete());
  }

  private synchronized void stopTicking() {
    if (ticker != null) {
      ticker.cancel();
      ticker = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return ticker != null;
  }
}
