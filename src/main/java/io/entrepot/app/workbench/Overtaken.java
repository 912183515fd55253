package io.entrepot.app.workbench;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the mapping meanwhile; nothing was written. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken(String name, @Nullable String expected, @Nullable String inForce) {
    super(
        "%s: %s is in force, not %s as expected. Nothing was changed; look at what came (history,"
                .formatted(name, text(inForce), text(expected))
            + " diff) and try again.");
  }

  private static String text(@Nullable String version) {
    return version == null ? "no version" : version;
  }
}
