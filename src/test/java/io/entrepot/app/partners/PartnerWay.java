package io.entrepot.app.partners;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.TestResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One partner with all that is its own: its routes, mappings, connector and sandbox, joined by real
 * sockets. Only the two ends are stand-ins: events are put in, and commands to the core are noted.
 */
public final class PartnerWay implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(15);

  private final WaySettings settings = new WaySettings();
  private final WayParts parts;
  private final WayHub hub;
  private final WayRoutes routes;

  private PartnerWay(String partner) {
    this.parts = WayParts.of(partner, settings);
    this.hub = WayHub.start(parts.connector());
    this.routes = WayRoutes.start(partner, parts, hub);
    settings.develop(parts.connector(), hub);
    hub.sends(routes);
  }

  /** Of the connector, route and mapping files that the class path has for it. */
  public static PartnerWay of(String partner) {
    return new PartnerWay(partner);
  }

  /** Goes through the route that subscribes to it; returns when the partner has answered. */
  public void event(String name, String document) {
    routes.send("event:" + name, json(document));
  }

  /** What the simulated partner holds: its documents of that kind. */
  public List<JsonNode> books(String resource) {
    List<JsonNode> documents = new ArrayList<>();
    for (JsonNode entry : hub.books().path("entries")) {
      if (entry.path("resource").asText().equals(resource) && entry.has("document")) {
        documents.add(entry.path("document"));
      }
    }
    return documents;
  }

  /** The document of the first such command; waits for it, unless a notice failed on its way. */
  public JsonNode commanded(String command) {
    await(command)
        .atMost(SOON)
        .until(() -> !routes.commands(command).isEmpty() || !hub.failed().isEmpty());
    if (routes.commands(command).isEmpty()) {
      throw new AssertionError("no " + command + ": " + hub.failed());
    }
    return routes.commands(command).get(0);
  }

  /** Why notices were not believed so far. */
  public List<String> refused() {
    return hub.refused();
  }

  /** Calls an operation without route and mapping, and says how it failed. */
  public ErrorClass refusal(String operation, String document) {
    try {
      PartnerCall call =
          new PartnerCall(json(document), UUID.randomUUID().toString(), UUID.randomUUID(), SOON);
      parts.connector().operations().get(operation).call(call);
    } catch (PartnerException e) {
      return e.errorClass();
    }
    throw new AssertionError(operation + " was not refused");
  }

  /** Strikes the next chance. */
  public void fault(String name) {
    hub.fault(name);
  }

  public Connector connector() {
    return parts.connector();
  }

  public TestResult test() {
    return parts.connector().test();
  }

  /** The connection test of the same partner with one other setting. */
  public TestResult testWith(String setting, String value) {
    WaySettings other = new WaySettings(settings);
    other.set(setting, value);
    try (WayParts changed = WayParts.of(parts.connector().id(), other)) {
      return changed.connector().test();
    }
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    routes.close();
    hub.close();
    parts.close();
  }
}
