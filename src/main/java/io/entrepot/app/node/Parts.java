package io.entrepot.app.node;

import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.StartRefused;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the node stands on, embedded or outside. Embedded parts start side by side with Spring, and
 * whoever needs one waits for it.
 */
public final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final CompletableFuture<Database> database;
  private final Deque<Runnable> stops = new ArrayDeque<>();

  private Parts(NodeSettings settings) {
    this.database =
        settings.find("database.url").isPresent()
            ? CompletableFuture.completedFuture(outside(settings))
            : CompletableFuture.supplyAsync(() -> embedded(settings));
  }

  static Parts start(NodeSettings settings) {
    return new Parts(settings);
  }

  public Database database() {
    return await(database);
  }

  private static Database outside(NodeSettings settings) {
    return new Database(
        settings.require("database.url"),
        settings.find("database.user").orElse(""),
        settings.find("database.password").orElse(""));
  }

  private Database embedded(NodeSettings settings) {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(settings.data().resolve("postgres"), settings.port("database.port"));
    stopLater(postgres::close);
    return new Database(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private synchronized void stopLater(Runnable stop) {
    stops.push(stop);
  }

  private static <T> T await(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartRefused refused ? refused : e;
    }
  }

  /** In the reverse order of their start; a part that fails to stop does not keep the others. */
  @Override
  public void close() {
    database.handle((done, failure) -> true).join();
    synchronized (this) {
      while (!stops.isEmpty()) {
        stop(stops.pop());
      }
    }
  }

  private static void stop(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.warn("a part did not stop in order", e);
    }
  }
}
