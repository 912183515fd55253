package io.entrepot.app.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tries by key within bounded memory; the key that was not seen for longest is dropped first. */
final class TryCounter {
  private static final int KEYS_MAX = 4_096;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int DOUBLINGS_MAX = 5;

  private record Tries(int count, Instant last, Instant openAt) {}

  private final int free;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > KEYS_MAX;
        }
      };

  TryCounter(int free) {
    this.free = free;
  }

  Duration wait(String key, Instant now) {
    var known = tries.get(key);
    return known == null || !known.openAt().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, known.openAt());
  }

  void count(String key, Instant now) {
    var known = tries.get(key);
    int before = known == null || known.last().plus(MEMORY).isBefore(now) ? 0 : known.count();
    int count = before + 1;
    tries.put(key, new Tries(count, now, now.plus(waitAfter(count))));
  }

  void forget(String key) {
    tries.remove(key);
  }

  int size() {
    return tries.size();
  }

  private Duration waitAfter(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, DOUBLINGS_MAX));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
