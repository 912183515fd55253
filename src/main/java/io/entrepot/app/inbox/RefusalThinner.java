package io.entrepot.app.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a few refusals of one kind a minute be written, and counts the others. */
final class RefusalThinner {
  private static final int WRITTEN_PER_MINUTE_MAX = 10;

  private final Clock clock;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  private record Minute(long minute, int written, long unwritten) {}

  RefusalThinner(Clock clock) {
    this.clock = clock;
  }

  /** How many were left out since the last one written; empty if this one is left out too. */
  OptionalLong admit(String owner, RefusalCode code) {
    long now = clock.millis() / 60_000;
    long[] left = {-1};
    minutes.compute(
        owner + " " + code,
        (key, last) -> {
          Minute before = last == null ? new Minute(now, 0, 0) : last;
          int written = before.minute == now ? before.written : 0;
          if (written >= WRITTEN_PER_MINUTE_MAX) {
            return new Minute(now, written, before.unwritten + 1);
          }
          left[0] = before.unwritten;
          return new Minute(now, written + 1, 0);
        });
    return left[0] < 0 ? OptionalLong.empty() : OptionalLong.of(left[0]);
  }
}
