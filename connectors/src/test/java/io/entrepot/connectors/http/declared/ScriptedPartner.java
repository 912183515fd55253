package io.entrepot.connectors.http.declared;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A partner over real HTTP that answers as a test says, and keeps what it was asked. */
final class ScriptedPartner implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  // Longer than a generated partner's name can be: nobody else has it.
  private static final String ID = "a-partner-of-this-test";
  static final String HEAD =
      """
      partner: a-partner-of-this-test
      settings:
        base-url:
        api-key: { secret: true }
        shop: { default: my-shop }
      auth: { kind: api-key, header: X-Api-Key, secret: api-key }
      """;

  /** What the partner was asked. */
  record Asked(String method, String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** What it answers. */
  record Said(int status, String body, Map<String, String> headers) {
    static Said of(int status, String body) {
      return new Said(status, body, Map.of());
    }
  }

  final List<Asked> asked = new ArrayList<>();
  Function<Asked, Said> answers = request -> Said.of(200, "{}");
  private final Path definitions;
  private final HttpServer server;

  ScriptedPartner(Path definitions) throws IOException {
    this.definitions = definitions;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(request);
    Said said = answers.apply(request);
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    said.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Declared by the usual head and that text, with its settings. */
  Connector connector(String text) {
    return declared(HEAD + text);
  }

  /** Declared by that text alone. */
  Connector declared(String text) {
    Map<String, String> settings =
        Map.of(
            "base-url",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "api-key",
            "very-secret-key");
    return DeclaredPartner.of(definitions, ID, text, id -> PartnerSettings.of(id, settings));
  }

  /** The same as nobody has configured it. */
  Connector without(String text) {
    return DeclaredPartner.of(definitions, ID, HEAD + text, id -> PartnerSettings.of(id, Map.of()));
  }

  static PartnerException failure(Connector acme, String operation, String document) {
    return catchThrowableOfType(PartnerException.class, () -> call(acme, operation, document));
  }

  static PartnerAnswer call(Connector acme, String operation, String document) throws Exception {
    return acme.operations().get(operation).call(partnerCall(JSON.readTree(document)));
  }

  static PartnerCall partnerCall(JsonNode document) {
    return new PartnerCall(document, "key-1", UUID.randomUUID(), Duration.ofSeconds(5));
  }
}
