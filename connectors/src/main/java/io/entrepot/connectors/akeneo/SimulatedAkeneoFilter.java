package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.rest.RestDesk;
import java.util.List;

/** Which documents of a list are asked for, and what of them. */
interface SimulatedAkeneoFilter {
  SimulatedAkeneoFilter NONE = (request, desk, all) -> all;

  /**
   * Those, in their order; the copies may be cut.
   *
   * @throws IllegalArgumentException in Akeneo's words, answered by 422
   */
  List<ObjectNode> select(SandboxRequest request, RestDesk desk, List<ObjectNode> all);
}
