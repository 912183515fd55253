package io.entrepot.app.partner;

import io.entrepot.app.credential.StoredCredentials;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A partner's setting: a stored credential first, as it can be rotated while the hub runs; then
 * {@code entrepot.partners.<id>.<name>} as configured; then, in development, the connector's own,
 * which leads to its sandbox.
 */
@Component
final class EnvironmentPartnerSettings implements PartnerSettingsSource {
  private final Environment environment;
  private final ObjectProvider<Surroundings> surroundings;
  private final ObjectProvider<Connector> connectors;
  private final StoredCredentials stored;
  private final Map<String, Around> sandboxes = new ConcurrentHashMap<>();

  /** What a connector wants in these surroundings; reading its secrets costs a file each. */
  private record Around(Surroundings surroundings, Map<String, String> settings) {}

  /**
   * @param surroundings a bean only where a sandbox runs
   * @param connectors asked late: they are made with these settings
   */
  EnvironmentPartnerSettings(
      Environment environment,
      ObjectProvider<Surroundings> surroundings,
      ObjectProvider<Connector> connectors,
      StoredCredentials stored) {
    this.environment = environment;
    this.surroundings = surroundings;
    this.connectors = connectors;
    this.stored = stored;
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
    Around known = sandboxes.get(partner);
    if (known == null || !known.surroundings().equals(around)) {
      known = new Around(around, asked(partner, around));
      sandboxes.put(partner, known);
    }
    return known.settings();
  }

  private Map<String, String> asked(String partner, Surroundings around) {
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
      return stored.find(partner, name).map(Secret::reveal).or(() -> configured(name));
    }

    @Override
    public List<Secret> accepted(String name) {
      List<Secret> accepted = stored.accepted(partner, name);
      return accepted.isEmpty() ? List.of(secret(name)) : accepted;
    }

    private Optional<String> configured(String name) {
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
