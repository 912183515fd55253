package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One simulated partner on a port of its own, spoken to without a connector. */
public final class OneSandbox implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Sandbox sandbox;
  private final SandboxOptions options;
  private SandboxServer server;

  public OneSandbox(Sandbox sandbox, Path books, Supplier<Optional<URI>> hub, Clock clock) {
    this.sandbox = sandbox;
    this.options = new SandboxOptions(Optional.of(books), hub, clock);
    start(0);
  }

  private void start(int port) {
    try {
      server = SandboxServer.start(port, options, List.of(sandbox));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As after a crash: the same port, the same books. */
  public void restart() {
    int port = server.port();
    server.close();
    start(port);
  }

  /** What the partner answers; headers by name and value in turn. */
  public HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return send(method, "/" + sandbox.partner() + path, body, headers);
  }

  /** What the frame answers, below {@code /_sandbox/{partner}/}. */
  public HttpResponse<String> desk(String method, String path, String body, String... headers) {
    return send(method, "/_sandbox/" + sandbox.partner() + path, body, headers);
  }

  public void fault(String order) {
    HttpResponse<String> answer = desk("POST", "/faults", order);
    if (answer.statusCode() != 200) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    URI address = URI.create(path.startsWith("http") ? path : server.url() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return RunningSandbox.json(answer);
  }

  @Override
  public void close() {
    server.close();
  }
}
