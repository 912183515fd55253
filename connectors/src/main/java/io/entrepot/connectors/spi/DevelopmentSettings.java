package io.entrepot.connectors.spi;

import java.util.Map;

/** Names the settings that make a connector talk to its sandbox on this machine. */
@FunctionalInterface
public interface DevelopmentSettings {
  /**
   * Values by short setting name. The same surroundings always give the same values, so that each
   * node of a development cluster may ask for itself.
   */
  Map<String, String> in(Surroundings surroundings);
}
