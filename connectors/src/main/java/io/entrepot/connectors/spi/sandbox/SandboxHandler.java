package io.entrepot.connectors.spi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the partner, lets faults strike, and lets no answer out before the books are on disk. */
final class SandboxHandler implements HttpHandler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxHandler.class);

  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable OpenPartners partners;

  void open(OpenPartners opened) {
    partners = opened;
    opened.resume();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Closing an exchange that was not answered drops the connection, as a failing network does.
    try (exchange) {
      Optional<SandboxAnswer> answer = answer(exchange);
      if (answer.isPresent()) {
        SandboxWire.send(exchange, answer.get());
      }
    } catch (RuntimeException e) {
      LOG.warn("The sandbox failed at {}", exchange.getRequestURI().getPath(), e);
    }
  }

  private Optional<SandboxAnswer> answer(HttpExchange exchange) throws IOException {
    OpenPartners open = partners;
    if (open == null) {
      return Optional.of(Problems.of(503, "the sandbox is starting; try again in a moment"));
    }
    SandboxPath path = SandboxPath.of(exchange.getRequestURI());
    Optional<SandboxRequest> request = SandboxWire.read(exchange, path.rest());
    if (request.isEmpty()) {
      return Optional.of(Problems.of(413, "a request has at most " + SandboxWire.BODY_BYTES_MAX));
    }
    return path.index()
        ? Optional.of(ControlDesk.index(open, request.get()))
        : answer(open, path, request.get());
  }

  private Optional<SandboxAnswer> answer(
      OpenPartners open, SandboxPath path, SandboxRequest request) {
    Optional<OpenPartner> partner = open.find(path.partner());
    if (partner.isEmpty()) {
      return Optional.of(Problems.of(404, "no partner '" + path.partner() + "' is simulated here"));
    }
    return path.control()
        ? Optional.of(ControlDesk.answer(partner.get(), request))
        : new FaultyDesk(closing).answer(partner.get(), request);
  }

  @Override
  public void close() {
    closing.countDown();
    OpenPartners open = partners;
    if (open != null) {
      open.close();
    }
  }
}
