package io.entrepot.connectors.spi;

import java.util.Map;
import java.util.Optional;

record MapSettings(String partner, Map<String, String> settings) implements PartnerSettings {
  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(settings.get(name)).filter(text -> !text.isBlank());
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return partner + settings.keySet();
  }
}
