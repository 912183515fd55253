package io.entrepot.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Where a figure was measured; without it the figure means nothing. */
public record Machine(int cores, String memory, String os) {
  private static final double BYTES_PER_GIB = 1L << 30;

  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        system.getAvailableProcessors(),
        String.format(Locale.ROOT, "%.1f GiB", system.getTotalMemorySize() / BYTES_PER_GIB),
        system.getName() + " " + system.getVersion() + " " + system.getArch());
  }

  @Override
  public String toString() {
    return cores + " cores, " + memory + ", " + os;
  }
}
