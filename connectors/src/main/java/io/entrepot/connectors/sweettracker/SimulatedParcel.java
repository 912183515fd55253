package io.entrepot.connectors.sweettracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A registered parcel.
 *
 * @param scans when it reached each level, the first is level 2
 * @param pushed the highest level that the callback address has heard of; 1 at first
 */
record SimulatedParcel(
    String carrier, String invoice, String fid, String callback, List<Instant> scans, int pushed) {
  static final int LEVEL_FIRST = 2;
  static final int LEVEL_LAST = 6;

  /** The level it has reached. */
  int level() {
    return LEVEL_FIRST - 1 + scans.size();
  }

  Instant at(int level) {
    return scans.get(level - LEVEL_FIRST);
  }

  boolean delivered() {
    return pushed == LEVEL_LAST;
  }

  SimulatedParcel scanned(Instant at) {
    List<Instant> more = new ArrayList<>(scans);
    more.add(at);
    return new SimulatedParcel(carrier, invoice, fid, callback, List.copyOf(more), pushed);
  }

  SimulatedParcel heard(int level) {
    return new SimulatedParcel(carrier, invoice, fid, callback, scans, level);
  }
}
