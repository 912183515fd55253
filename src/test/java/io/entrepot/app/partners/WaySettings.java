package io.entrepot.app.partners;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Surroundings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of one partner, as a development hub makes them. */
final class WaySettings implements PartnerSettingsSource {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  WaySettings() {}

  WaySettings(WaySettings others) {
    values.putAll(others.values);
  }

  void develop(Connector connector, WayHub hub) {
    Surroundings around =
        new Surroundings(
            hub.sandbox(),
            URI.create("smtp://127.0.0.1:1"),
            hub.address(),
            name -> "Secret0Secret0Secret0Secret0" + name.replace("-", ""));
    values.putAll(connector.developmentSettings().in(around));
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  @Override
  public PartnerSettings of(String partner) {
    return new PartnerSettings() {
      @Override
      public String partner() {
        return partner;
      }

      @Override
      public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
      }
    };
  }
}
