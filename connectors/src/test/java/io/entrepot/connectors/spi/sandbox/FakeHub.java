package io.entrepot.connectors.spi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.RawNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hub as partners see it: takes what comes, and is up or down. */
public final class FakeHub implements AutoCloseable {
  private final List<RawNotice> notices = new CopyOnWriteArrayList<>();
  private final Answer answer;
  private volatile HttpServer server;

  public FakeHub(Answer answer) {
    this.answer = answer;
    start();
  }

  /** On another port than before. */
  public void start() {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      fresh.createContext("/", this::take);
      fresh.start();
      server = fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    server.stop(0);
    server = null;
  }

  public Optional<URI> url() {
    HttpServer now = server;
    return Optional.ofNullable(now)
        .map(up -> URI.create("http://127.0.0.1:" + up.getAddress().getPort()));
  }

  public List<RawNotice> notices() {
    return notices;
  }

  private void take(HttpExchange exchange) throws IOException {
    notices.add(
        new RawNotice(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            new LinkedHashMap<>(exchange.getRequestHeaders()),
            query(exchange.getRequestURI().getRawQuery()),
            exchange.getRequestBody().readAllBytes(),
            Instant.now()));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, List<String>> query(String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    SandboxWire.form(raw).forEach((name, value) -> query.put(name, List.of(value)));
    return query;
  }

  @Override
  public void close() {
    if (server != null) {
      stop();
    }
  }
}
