package io.entrepot.app.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys of a subscription whose events wait: for another try, or for a person. */
final class ParkedKeys {
  private final Map<String, Boolean> dead = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  ParkedKeys(Map<String, Boolean> known) {
    known.forEach(this::add);
  }

  /** Again with another fate if it changed. */
  void add(String key, boolean isDead) {
    Boolean was = dead.put(key, isDead);
    waiting.addAndGet((isDead ? 0 : 1) - (was == null || was ? 0 : 1));
  }

  void remove(String key) {
    Boolean was = dead.remove(key);
    waiting.addAndGet(was == null || was ? 0 : -1);
  }

  boolean contains(String key) {
    return dead.containsKey(key);
  }

  /** Those that will be tried again by themselves. */
  int waiting() {
    return waiting.get();
  }
}
