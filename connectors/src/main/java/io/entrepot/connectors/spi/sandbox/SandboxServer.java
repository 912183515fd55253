package io.entrepot.connectors.spi.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The simulated partners on one port of this machine: each below {@code /{partner}/}, their books
 * and faults below {@code /_sandbox/{partner}/}. Bound first and opened later, so that the port is
 * known before anybody has to be configured with it; until then it answers 503.
 */
public final class SandboxServer implements AutoCloseable {
  private static final int THREADS_MAX = 512;
  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService workers;
  private final SandboxHandler handler;

  private SandboxServer(HttpServer server, ExecutorService workers, SandboxHandler handler) {
    this.server = server;
    this.workers = workers;
    this.handler = handler;
  }

  /**
   * Takes the port of this machine.
   *
   * @param port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public static SandboxServer bind(int port) throws IOException {
    // Without it each small answer waits 40 ms for the peer's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    SandboxHandler handler = new SandboxHandler();
    ExecutorService workers = workers();
    server.setExecutor(workers);
    server.createContext("/", handler);
    server.start();
    return new SandboxServer(server, workers, handler);
  }

  /** Bound and opened in one. */
  public static SandboxServer start(int port, SandboxOptions options, List<Sandbox> sandboxes)
      throws IOException {
    SandboxServer server = bind(port);
    try {
      server.open(options, sandboxes);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ExecutorService workers() {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory daemons =
        work -> {
          Thread thread = new Thread(work, "sandbox-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    return new ThreadPoolExecutor(
        0,
        THREADS_MAX,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        daemons,
        // The dispatcher does what no worker can take: slower, but nobody is turned away.
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /**
   * Loads the books, answers from now on, and goes on with what was unfinished.
   *
   * @throws IOException if a partner's books cannot be opened
   */
  public void open(SandboxOptions options, List<Sandbox> sandboxes) throws IOException {
    handler.open(OpenPartners.of(options, sandboxes, url()));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Base address, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Drops what is on its way, as a partner that is switched off; the books keep what was said. */
  @Override
  public void close() {
    handler.close();
    server.stop(0);
    workers.shutdownNow();
  }
}
