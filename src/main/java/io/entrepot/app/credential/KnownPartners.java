package io.entrepot.app.credential;

import io.entrepot.app.problem.ProblemException;
import io.entrepot.connectors.spi.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The connectors there are; asked late, as they are made with the settings that stand on this. */
@Component
final class KnownPartners {
  private final ObjectProvider<Connector> connectors;

  KnownPartners(ObjectProvider<Connector> connectors) {
    this.connectors = connectors;
  }

  Connector require(String partner) {
    return connectors
        .orderedStream()
        .filter(connector -> connector.id().equals(partner))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "partner-not-found",
                    "There is no partner '" + partner + "'; GET /api/v1/ops/partners lists them."));
  }
}
