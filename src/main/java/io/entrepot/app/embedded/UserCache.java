package io.entrepot.app.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this user keeps what can be made again. */
final class UserCache {
  private UserCache() {}

  static Path directory() {
    Path home = Path.of(System.getProperty("user.home", "/"));
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(dir -> !dir.isBlank())
        .map(Path::of)
        .or(() -> Optional.of(home).filter(Files::isWritable).map(dir -> dir.resolve(".cache")))
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), user()))
        .resolve("entrepot");
  }

  private static String user() {
    return "cache-of-" + System.getProperty("user.name");
  }
}
