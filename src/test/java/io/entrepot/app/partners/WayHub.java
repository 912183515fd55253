package io.entrepot.app.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Verified;
import io.entrepot.connectors.spi.sandbox.SandboxOptions;
import io.entrepot.connectors.spi.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The two servers: the simulated partner, and the door to which it sends its notices. */
final class WayHub implements AutoCloseable {
  private final Connector connector;
  private final HttpServer door;
  private final SandboxServer sandbox;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<String> failed = new CopyOnWriteArrayList<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  private WayHub(Connector connector, HttpServer door, SandboxServer sandbox) {
    this.connector = connector;
    this.door = door;
    this.sandbox = sandbox;
  }

  static WayHub start(Connector connector) {
    try {
      HttpServer door =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      door.start();
      return new WayHub(connector, door, SandboxServer.bind(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI sandbox() {
    return sandbox.url();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
  }

  /** From now on the partner answers, and its notices go that way. */
  void sends(WayRoutes routes) {
    door.createContext("/webhooks/" + connector.id(), exchange -> receive(exchange, routes));
    try {
      sandbox.open(
          SandboxOptions.inMemory(() -> Optional.of(address())),
          List.of(connector.sandbox().orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(HttpExchange exchange, WayRoutes routes) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String document = path.substring(path.lastIndexOf('/') + 1);
    NoticeEndpoint endpoint = connector.notices().get(document);
    try {
      Verified notice = endpoint.verify(raw(exchange, path));
      if (known.add(document + notice.idempotencyKey())) {
        routes.send("inbox:" + connector.id() + "." + document, notice.body());
      }
      answer(exchange, endpoint.answer());
    } catch (AssertionError e) {
      failed.add(String.valueOf(e.getMessage()));
      answer(exchange, new Answer(500, "text/plain", ""));
    } catch (NoticeRefused e) {
      refused.add(e.reason().name());
      answer(exchange, new Answer(e.reason().status(), "text/plain", ""));
    }
  }

  private static RawNotice raw(HttpExchange exchange, String path) throws IOException {
    Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new RawNotice(exchange.getRequestMethod(), path, headers, Map.of(), body, Instant.now());
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  List<String> refused() {
    return List.copyOf(refused);
  }

  /** Notices that were believed, and whose route then failed. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  JsonNode books() {
    return PartnerWay.json(ask("GET", "books?limit=1000", ""));
  }

  void fault(String name) {
    ask("POST", "faults", "{\"name\": \"" + name + "\", \"count\": 1}");
  }

  private String ask(String method, String path, String body) {
    URI address = URI.create(sandbox.url() + "/_sandbox/" + connector.id() + "/" + path);
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .header("Accept", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
    door.stop(0);
  }
}
