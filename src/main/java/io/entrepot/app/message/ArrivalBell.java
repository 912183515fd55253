package io.entrepot.app.message;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Wakes the consumers of this node; other nodes find the message when they look. */
@Component
final class ArrivalBell {
  private final ConcurrentMap<String, List<Runnable>> sleepers = new ConcurrentHashMap<>();

  /** Returns what takes the sleeper off again. */
  Runnable add(String partner, String document, Runnable wake) {
    List<Runnable> all =
        sleepers.computeIfAbsent(partner + "." + document, key -> new CopyOnWriteArrayList<>());
    all.add(wake);
    return () -> all.remove(wake);
  }

  void ring(String partner, String document) {
    sleepers.getOrDefault(partner + "." + document, List.of()).forEach(Runnable::run);
  }
}
