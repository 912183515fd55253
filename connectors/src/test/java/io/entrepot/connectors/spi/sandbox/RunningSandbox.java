package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Surroundings;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Connectors with their sandboxes, configured for each other as a development hub does it; the
 * server can be stopped and started again on the same port and books.
 */
public final class RunningSandbox implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // A loaded machine is slow; it is not wrong.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
  }

  private final Map<String, Map<String, String>> settings = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Optional<Path> books;
  private final Supplier<Optional<URI>> hub;
  private final Clock clock;
  private final Connector[] connectors;
  private SandboxServer server;

  private RunningSandbox(
      Optional<Path> books,
      Supplier<Optional<URI>> hub,
      Clock clock,
      Function<PartnerSettingsSource, Stream<Connector>> makers) {
    this.books = books;
    this.hub = hub;
    this.clock = clock;
    PartnerSettingsSource source = id -> new LateSettings(id, settings);
    this.connectors = makers.apply(source).toArray(Connector[]::new);
    try {
      this.server = SandboxServer.bind(0);
      configure();
      open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record LateSettings(String partner, Map<String, Map<String, String>> all)
      implements PartnerSettings {
    @Override
    public Optional<String> find(String name) {
      return Optional.ofNullable(all.getOrDefault(partner, Map.of()).get(name));
    }
  }

  public static RunningSandbox of(
      Path books,
      Supplier<Optional<URI>> hub,
      Clock clock,
      Function<PartnerSettingsSource, Stream<Connector>> makers) {
    return new RunningSandbox(Optional.of(books), hub, clock, makers);
  }

  public static RunningSandbox inMemory(Function<PartnerSettingsSource, Stream<Connector>> makers) {
    return new RunningSandbox(Optional.empty(), Optional::empty, Clock.systemUTC(), makers);
  }

  private void configure() {
    Surroundings surroundings =
        new Surroundings(
            server.url(),
            URI.create("smtp://127.0.0.1:1"),
            URI.create("http://hub.test"),
            name -> "Secret0Secret0Secret0Secret0" + name.replace("-", ""));
    for (Connector connector : connectors) {
      settings
          .computeIfAbsent(connector.id(), id -> new ConcurrentHashMap<>())
          .putAll(connector.developmentSettings().in(surroundings));
    }
  }

  private void open() throws IOException {
    server.open(
        new SandboxOptions(books, hub, clock),
        Arrays.stream(connectors).flatMap(connector -> connector.sandbox().stream()).toList());
  }

  public void stop() {
    server.close();
  }

  /** On the port it had. */
  public void start() throws IOException {
    int port = server.port();
    server = SandboxServer.bind(port);
    open();
  }

  public void set(String partner, String name, String value) {
    settings.computeIfAbsent(partner, id -> new ConcurrentHashMap<>()).put(name, value);
  }

  public String setting(String partner, String name) {
    return settings.get(partner).get(name);
  }

  public URI url(String path) {
    return URI.create(server.url() + path);
  }

  public JsonNode books(String partner) {
    return json(send("GET", "/_sandbox/" + partner + "/books?limit=1000", "", Map.of()));
  }

  public long count(String partner, String name) {
    return books(partner).path("counts").path(name).asLong(-1);
  }

  /** Switches it on for the next so many chances. */
  public void fault(String partner, String name, int count) {
    ObjectNode body = JSON.createObjectNode().put("name", name).put("count", count);
    HttpResponse<String> answer =
        send("POST", "/_sandbox/" + partner + "/faults", body.toString(), Map.of());
    if (answer.statusCode() != 200) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  public void faultsOff(String partner) {
    send("DELETE", "/_sandbox/" + partner + "/faults", "", Map.of());
  }

  public HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
