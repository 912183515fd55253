package io.entrepot.app.event;

import java.util.ArrayDeque;
import java.util.Deque;

/** The position up to which everything that was begun is settled. Lanes settle in any order. */
final class Watermark {
  private final Deque<Entry> begun = new ArrayDeque<>();
  private long position;

  Watermark(long position) {
    this.position = position;
  }

  /** Positions come in rising order. */
  synchronized Entry begin(long next) {
    Entry entry = new Entry(next);
    begun.addLast(entry);
    return entry;
  }

  synchronized void settle(Entry entry) {
    entry.settled = true;
    while (!begun.isEmpty() && begun.peekFirst().settled) {
      position = begun.removeFirst().position;
    }
  }

  synchronized long position() {
    return position;
  }

  synchronized int unsettled() {
    return begun.size();
  }

  static final class Entry {
    private final long position;
    private boolean settled;

    private Entry(long position) {
      this.position = position;
    }
  }
}
