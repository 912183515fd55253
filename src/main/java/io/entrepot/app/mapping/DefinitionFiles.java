package io.entrepot.app.mapping;

import org.jspecify.annotations.Nullable;

/** The files of the mappings folder: those of the jar under those of the operator's own folder. */
@FunctionalInterface
interface DefinitionFiles {

  /**
   * The file's bytes; null if there is none.
   *
   * @param path from the mappings folder, as {@code _schemas/PlaceOrder.json}
   */
  byte @Nullable [] find(String path);
}
