package io.entrepot.app.event;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with a name that says what they do. */
final class Threads implements ThreadFactory {
  private final String name;
  private final AtomicInteger count = new AtomicInteger();

  private Threads(String name) {
    this.name = name;
  }

  static ThreadFactory named(String name) {
    return new Threads(name);
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
