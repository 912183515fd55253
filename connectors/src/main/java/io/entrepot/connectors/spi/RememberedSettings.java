package io.entrepot.connectors.spi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Spares who asks for the same setting at each request the way through all its sources. */
final class RememberedSettings implements PartnerSettings {
  private final PartnerSettings source;
  private final Map<String, Optional<String>> found = new ConcurrentHashMap<>();

  RememberedSettings(PartnerSettings source) {
    this.source = source;
  }

  @Override
  public String partner() {
    return source.partner();
  }

  @Override
  public Optional<String> find(String name) {
    return found.computeIfAbsent(name, source::find);
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return source.toString();
  }
}
