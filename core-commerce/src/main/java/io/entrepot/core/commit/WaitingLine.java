package io.entrepot.core.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where commands wait, first come first served, up to a bound. Joining takes no lock and wakes a
 * thread only if one sleeps, for it happens once per command; one writer collects at a time.
 */
final class WaitingLine<T> {
  private final Queue<T> line = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private final int atMost;
  private final ReentrantLock collecting = new ReentrantLock();
  private final AtomicReference<@Nullable Thread> sleeper = new AtomicReference<>();
  private volatile boolean closed;

  WaitingLine(int atMost) {
    this.atMost = atMost;
  }

  /** False when the line is full. */
  boolean join(T one) {
    if (length.incrementAndGet() > atMost) {
      length.decrementAndGet();
      return false;
    }
    line.add(one);
    wake();
    return true;
  }

  /** Waits until somebody is there; empty only when the line is closed and nobody is left. */
  List<T> collect(int groupAtMost) {
    collecting.lock();
    try {
      await();
      return take(groupAtMost);
    } finally {
      collecting.unlock();
    }
  }

  /** Takes without waiting. */
  List<T> take(int groupAtMost) {
    List<T> group = new ArrayList<>(Math.min(groupAtMost, Math.max(length.get(), 1)));
    while (group.size() < groupAtMost) {
      T next = line.poll();
      if (next == null) {
        break;
      }
      group.add(next);
    }
    length.addAndGet(-group.size());
    return group;
  }

  int length() {
    return length.get();
  }

  /** Whoever collects no longer waits. */
  void close() {
    closed = true;
    wake();
  }

  private void await() {
    while (line.isEmpty() && !closed) {
      sleeper.set(Thread.currentThread());
      // Looked at again after the bed is made: who joined before saw nobody to wake.
      if (line.isEmpty() && !closed) {
        LockSupport.park(this);
      }
      sleeper.set(null);
    }
  }

  private void wake() {
    // Read first: a plain look is cheaper than an exchange, and mostly nobody sleeps.
    if (sleeper.get() != null) {
      LockSupport.unpark(sleeper.getAndSet(null));
    }
  }
}
