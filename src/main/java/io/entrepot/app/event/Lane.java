package io.entrepot.app.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs its tasks one after another on a shared pool: the events of one key share a lane. */
final class Lane {
  private final Executor pool;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  Lane(Executor pool) {
    this.pool = pool;
  }

  void submit(Runnable task) {
    synchronized (waiting) {
      waiting.addLast(task);
      if (running) {
        return;
      }
      running = true;
    }
    pool.execute(this::drain);
  }

  boolean idle() {
    synchronized (waiting) {
      return !running;
    }
  }

  private void drain() {
    while (true) {
      Runnable task;
      synchronized (waiting) {
        task = waiting.pollFirst();
        if (task == null) {
          running = false;
          return;
        }
      }
      task.run();
    }
  }
}
