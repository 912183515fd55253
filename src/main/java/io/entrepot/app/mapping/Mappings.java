package io.entrepot.app.mapping;

import java.util.Collection;

/** The mappings in force on this node. */
public interface Mappings {

  /**
   * The mapping in force under that name.
   *
   * @param name the file's path without its ending, as {@code wms/shipment.outbound}
   * @throws UnknownMappingException if there is no such file
   */
  Mapping find(String name);

  /** Every mapping, sorted by name. */
  Collection<Mapping> all();
}
