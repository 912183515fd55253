package io.entrepot.app.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Body;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The partner's route files in a Camel of their own. */
final class WayRoutes implements AutoCloseable {
  private static final Duration CALL_MAX = Duration.ofSeconds(10);

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate producer = camel.createProducerTemplate();
  private final Map<String, List<JsonNode>> commands = new ConcurrentHashMap<>();

  private WayRoutes() {}

  static WayRoutes start(String partner, WayParts parts, WayHub hub) {
    WayRoutes routes = new WayRoutes();
    for (String name : List.of("event", "inbox", "partner")) {
      routes.camel.addComponent(name, new Door());
    }
    routes.camel.addComponent("mapping", parts.mappings());
    try {
      List<Resource> files = files(partner);
      files.forEach(routes::commandsOf);
      routes.camel.addRoutes(new Operations(parts.connector()));
      PluginHelper.getRoutesLoader(routes.camel)
          .loadRoutes(files.stream().map(WayRoutes::resource).toList());
      routes.camel.start();
      routes.producer.start();
    } catch (Exception e) {
      throw new IllegalStateException("the routes of " + partner + ": " + e.getMessage(), e);
    }
    return routes;
  }

  private static List<Resource> files(String partner) throws IOException {
    PathMatchingResourcePatternResolver resolver =
        new PathMatchingResourcePatternResolver(Thread.currentThread().getContextClassLoader());
    List<Resource> files = new ArrayList<>();
    for (String folder : List.of("_shared", partner)) {
      Resource[] found = resolver.getResources("classpath*:routes/" + folder + "/*.camel.yaml");
      if (found.length == 0) {
        throw new AssertionError("there is no route in routes/" + folder);
      }
      files.addAll(List.of(found));
    }
    return files;
  }

  private static org.apache.camel.spi.Resource resource(Resource file) {
    String name = String.valueOf(file.getFilename()).replace(".camel.yaml", "");
    return ResourceHelper.fromBytes(
        name.replace('.', '-') + ".camel.yaml", text(file).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each command that a route names becomes a note of its documents. */
  private void commandsOf(Resource file) {
    try {
      for (String command : new YAMLMapper().readTree(text(file)).findValuesAsText("ref")) {
        List<JsonNode> noted =
            commands.computeIfAbsent(command, name -> new CopyOnWriteArrayList<>());
        camel.getRegistry().bind(command, new Notebook(noted));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> commands(String command) {
    return commands.getOrDefault(command, List.of());
  }

  void send(String uri, JsonNode body) {
    Exchange sent = producer.request(uri, exchange -> exchange.getMessage().setBody(body));
    if (sent.getException() != null) {
      throw new AssertionError(uri + ": " + sent.getException().getMessage(), sent.getException());
    }
  }

  @Override
  public void close() {
    camel.stop();
  }

  /** A direct: endpoint that does not mind the options of the one it stands for. */
  private static final class Door extends DirectComponent {
    @Override
    protected Endpoint createEndpoint(String uri, String left, Map<String, Object> options)
        throws Exception {
      options.clear();
      return super.createEndpoint(uri, left, options);
    }
  }

  /** Calls the connector as {@code partner:} does, without a journal. */
  private static final class Operations extends RouteBuilder {
    private final Connector connector;

    Operations(Connector connector) {
      this.connector = connector;
    }

    @Override
    public void configure() {
      connector
          .operations()
          .forEach(
              (name, operation) ->
                  from("partner:" + connector.id() + "/" + name)
                      .process(
                          exchange -> {
                            JsonNode body = exchange.getMessage().getMandatoryBody(JsonNode.class);
                            String key =
                                UUID.nameUUIDFromBytes(
                                        body.toString().getBytes(StandardCharsets.UTF_8))
                                    .toString();
                            PartnerCall call =
                                new PartnerCall(body, key, UUID.randomUUID(), CALL_MAX);
                            exchange.getMessage().setBody(operation.call(call).body());
                          }));
    }
  }

  /** Notes what a command was given. */
  public static final class Notebook {
    private final List<JsonNode> noted;

    Notebook(List<JsonNode> noted) {
      this.noted = noted;
    }

    @Handler
    public void handle(@Body JsonNode document) {
      noted.add(document);
    }
  }
}
