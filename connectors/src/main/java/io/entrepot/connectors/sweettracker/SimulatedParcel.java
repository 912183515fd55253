package io.entrepot.connectors.sweettracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A registered parcel.
 *
 * @param scans when it reached each level, the first is level 2
 * @param heard the levels that the callback address has heard of
 */
record SimulatedParcel(
    String carrier,
    String invoice,
    String fid,
    String callback,
    List<Instant> scans,
    Set<Integer> heard) {
  static final int LEVEL_FIRST = 2;
  static final int LEVEL_LAST = 6;

  /** The level it has reached. */
  int level() {
    return LEVEL_FIRST - 1 + scans.size();
  }

  Instant at(int level) {
    return scans.get(level - LEVEL_FIRST);
  }

  /** Whether nothing is left to tell. */
  boolean told() {
    return heard.size() == LEVEL_LAST - LEVEL_FIRST + 1;
  }

  /** The levels it has reached that nobody has heard of. */
  List<Integer> unheard() {
    return IntStream.rangeClosed(LEVEL_FIRST, level())
        .filter(level -> !heard.contains(level))
        .boxed()
        .toList();
  }

  SimulatedParcel scanned(Instant at) {
    List<Instant> more = new ArrayList<>(scans);
    more.add(at);
    return new SimulatedParcel(carrier, invoice, fid, callback, List.copyOf(more), heard);
  }

  SimulatedParcel heard(int level) {
    Set<Integer> more = new TreeSet<>(heard);
    more.add(level);
    return new SimulatedParcel(carrier, invoice, fid, callback, scans, Set.copyOf(more));
  }
}
