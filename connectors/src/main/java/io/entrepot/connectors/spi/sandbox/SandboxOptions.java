package io.entrepot.connectors.spi.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How simulated partners work.
 *
 * @param books directory of the books, one file per partner; empty keeps them in memory, which is
 *     for benchmarks only
 * @param hub where the hub is reached at this moment, without a slash at the end; empty while it is
 *     down
 */
public record SandboxOptions(Optional<Path> books, Supplier<Optional<URI>> hub, Clock clock) {

  public static SandboxOptions inMemory(Supplier<Optional<URI>> hub) {
    return new SandboxOptions(Optional.empty(), hub, Clock.systemUTC());
  }

  public static SandboxOptions inDirectory(Path books, Supplier<Optional<URI>> hub) {
    return new SandboxOptions(Optional.of(books), hub, Clock.systemUTC());
  }
}
