package io.entrepot.app.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Files by their path from a mappings folder: those of the jar under those of the operator's own
 * folder, or those that came with a mapping.
 */
@FunctionalInterface
public interface DefinitionFiles {

  /**
   * The file's bytes; null if there is none.
   *
   * @param path from the mappings folder, as {@code _schemas/PlaceOrder.json}
   */
  byte @Nullable [] find(String path);
}
