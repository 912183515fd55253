package io.entrepot.app.mapping;

import java.util.Map;

/** What was put in force while the hub ran, and stays in force after a restart. */
@FunctionalInterface
public interface PromotedMappings {

  /** By name. */
  Map<String, MappingBundle> inForce();
}
