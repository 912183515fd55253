package io.entrepot.app.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what many messages have in common and keeps a few samples of each. Bounded: what comes
 * when all places are taken is counted under "others".
 */
final class Tally<S> {
  private static final int KINDS_MAX = 200;
  private static final int SAMPLES_MAX = 5;
  private static final String OTHERS = "others";

  private final Map<String, Count<S>> counts = new LinkedHashMap<>();

  private static final class Count<S> {
    private final List<S> samples = new ArrayList<>(1);
    private int messages;
  }

  void add(String kind, S sample) {
    String place = counts.containsKey(kind) || counts.size() < KINDS_MAX ? kind : OTHERS;
    Count<S> count = counts.computeIfAbsent(place, fresh -> new Count<>());
    count.messages++;
    if (count.samples.size() < SAMPLES_MAX) {
      count.samples.add(sample);
    }
  }

  interface Line<S, R> {
    R of(String kind, int messages, List<S> samples);
  }

  /** Most frequent first. */
  <R> List<R> lines(Line<S, R> line) {
    Comparator<Map.Entry<String, Count<S>>> byCount =
        Comparator.comparingInt(entry -> -entry.getValue().messages);
    return counts.entrySet().stream()
        .sorted(byCount)
        .map(e -> line.of(e.getKey(), e.getValue().messages, List.copyOf(e.getValue().samples)))
        .toList();
  }
}
