package io.entrepot.app.partner;

import io.entrepot.connectors.spi.Connector;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The connectors that were found, by id. */
@Component
public final class PartnerRegistry {
  private final Map<String, Connector> connectors;

  PartnerRegistry(List<Connector> found) {
    Map<String, Connector> byId = new TreeMap<>();
    for (Connector connector : found) {
      Connector twin = byId.put(connector.id(), connector);
      if (twin != null) {
        throw new IllegalStateException(
            "two connectors call themselves '%s': %s and %s"
                .formatted(
                    connector.id(), twin.getClass().getName(), connector.getClass().getName()));
      }
    }
    this.connectors = Collections.unmodifiableMap(byId);
  }

  public Optional<Connector> find(String id) {
    return Optional.ofNullable(connectors.get(id));
  }

  /** Sorted by id. */
  public Collection<Connector> all() {
    return connectors.values();
  }
}
