package io.entrepot.app.partner;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Surroundings;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code entrepot.partners.<id>.<name>} as configured; what is not set there comes, in development,
 * from the connector itself and leads to its sandbox.
 */
@Component
final class EnvironmentPartnerSettings implements PartnerSettingsSource {
  private final Environment environment;
  private final ObjectProvider<Surroundings> surroundings;
  private final ObjectProvider<Connector> connectors;

  /**
   * @param surroundings a bean only where a sandbox runs
   * @param connectors asked late: they are made with these settings
   */
  EnvironmentPartnerSettings(
      Environment environment,
      ObjectProvider<Surroundings> surroundings,
      ObjectProvider<Connector> connectors) {
    this.environment = environment;
    this.surroundings = surroundings;
    this.connectors = connectors;
  }

  @Override
  public PartnerSettings of(String partner) {
    return new Settings(partner);
  }

  private Map<String, String> sandbox(String partner) {
    Surroundings around = surroundings.getIfAvailable();
    if (around == null) {
      return Map.of();
    }
    return connectors
        .orderedStream()
        .filter(connector -> connector.id().equals(partner))
        .findFirst()
        .map(connector -> connector.developmentSettings().in(around))
        .orElse(Map.of());
  }

  private final class Settings implements PartnerSettings {
    private final String partner;

    Settings(String partner) {
      this.partner = partner;
    }

    @Override
    public String partner() {
      return partner;
    }

    @Override
    public Optional<String> find(String name) {
      return Optional.ofNullable(environment.getProperty(key(name)))
          .or(() -> Optional.ofNullable(sandbox(partner).get(name)))
          .filter(text -> !text.isBlank());
    }

    /** Values may be secrets. */
    @Override
    public String toString() {
      return "settings of " + partner;
    }
  }
}
