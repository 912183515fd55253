package io.entrepot.app.bench.ordering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of a server and its children, from /proc; those that ended count with their parent. */
final class ServerCpu {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private final long pid;

  ServerCpu(long pid) {
    this.pid = pid;
  }

  double seconds() {
    double own = ticks(Path.of("/proc", Long.toString(pid), "stat"));
    return (own + children()) / TICKS_PER_SECOND;
  }

  private double children() {
    try (Stream<ProcessHandle> children =
        ProcessHandle.of(pid).map(ProcessHandle::children).orElseGet(Stream::empty)) {
      return children
          .mapToDouble(child -> ticks(Path.of("/proc", Long.toString(child.pid()), "stat")))
          .sum();
    }
  }

  private static double ticks(Path stat) {
    if (!Files.isReadable(stat)) {
      return 0;
    }
    try {
      // The name in parentheses may hold blanks; what follows it does not.
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      double ticks = 0;
      for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
        ticks += Double.parseDouble(fields[i]);
      }
      return ticks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
