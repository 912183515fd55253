package io.entrepot.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real, durable PostgreSQL on 127.0.0.1 with a kept data directory. It ends with this process
 * however that dies, and a server that dies by itself is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "entrepot";
  private static final Duration STOP_MAX = Duration.ofSeconds(5);
  private static final int RESTART_MILLIS = 100;
  private static final int FIRST_STARTS_MAX = 20;

  private final Path binaries;
  private final DatabaseCluster cluster;
  private final DirectoryLock lock;
  private final int port;
  private volatile Postmaster postmaster;
  private volatile boolean closing;
  private final Thread watch = new Thread(this::keepRunning, "postgres-watch");

  private EmbeddedPostgres(
      Path binaries, DatabaseCluster cluster, DirectoryLock lock, int port, Postmaster first) {
    this.binaries = binaries;
    this.cluster = cluster;
    this.lock = lock;
    this.port = port;
    this.postmaster = first;
  }

  /**
   * Starts the server of {@code dir} and returns when it takes connections.
   *
   * @param dir made when missing; holds {@code data}, {@code password}, {@code postgres.log}
   * @param port 0 for a free one
   * @throws StartRefused when another process holds the directory, or the port is taken
   */
  public static EmbeddedPostgres start(Path dir, int port) {
    DatabaseCluster cluster = new DatabaseCluster(dir.toAbsolutePath());
    DirectoryLock lock = DirectoryLock.take(cluster.lock(), "the database in " + dir);
    try {
      Path binaries = PostgresBinaries.home();
      cluster.createIfMissing(binaries, USER);
      int chosen = port == 0 ? Ports.free() : port;
      Postmaster first = firstStart(binaries, cluster, chosen);
      EmbeddedPostgres postgres = new EmbeddedPostgres(binaries, cluster, lock, chosen, first);
      postgres.watch.setDaemon(true);
      postgres.watch.start();
      return postgres;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e instanceof RuntimeException known
          ? known
          : new StartRefused("cannot start PostgreSQL in " + dir + ": " + e, e);
    } catch (InterruptedException e) {
      lock.close();
      Thread.currentThread().interrupt();
      throw new StartRefused("interrupted while PostgreSQL started", e);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public int port() {
    return port;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return cluster.password();
  }

  /** The server's process id; it changes when the server had to be started again. */
  public long pid() {
    try {
      return PostmasterFile.read(cluster.data()).orElseThrow().pid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A few tries: the orphans of a killed server hold its shared memory a moment longer. */
  private static Postmaster firstStart(Path binaries, DatabaseCluster cluster, int port)
      throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= FIRST_STARTS_MAX; attempt++) {
      new LeftoverServer(cluster.data()).stop();
      Ports.requireFree(InetAddress.getLoopbackAddress(), port, "ENTREPOT_DATABASE_PORT");
      Postmaster postmaster = Postmaster.launch(binaries, cluster, port);
      if (postmaster.awaitReady()) {
        return postmaster;
      }
      TimeUnit.MILLISECONDS.sleep(RESTART_MILLIS);
    }
    throw new StartRefused("PostgreSQL does not start: " + DatabaseCluster.lastLine(cluster.log()));
  }

  private void keepRunning() {
    while (!closing) {
      try {
        postmaster.awaitEnd();
        if (!closing) {
          LOG.warn("PostgreSQL ended by itself: starting it again");
          restart();
        }
      } catch (InterruptedException closed) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.error("PostgreSQL could not be started again, next try follows", e);
      }
    }
  }

  private void restart() throws IOException, InterruptedException {
    while (!closing) {
      TimeUnit.MILLISECONDS.sleep(RESTART_MILLIS);
      new LeftoverServer(cluster.data()).stop();
      if (closing) {
        return;
      }
      postmaster = Postmaster.launch(binaries, cluster, port);
      if (postmaster.awaitReady()) {
        LOG.info("PostgreSQL is back on port {}", port);
        return;
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    watch.interrupt();
    try {
      watch.join(STOP_MAX.toMillis());
      postmaster.stop(STOP_MAX);
    } catch (IOException e) {
      LOG.warn("PostgreSQL was not stopped in order: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }
}
