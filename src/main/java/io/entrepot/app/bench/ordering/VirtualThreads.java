package io.entrepot.app.bench.ordering;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Threads that cost next to nothing, where this JVM has them (21 and later). */
final class VirtualThreads {
  private VirtualThreads() {}

  static Optional<ThreadFactory> factory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return Optional.of(
          (ThreadFactory)
              Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder));
    } catch (NoSuchMethodException olderJvm) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM has virtual threads and does not give them", e);
    }
  }
}
