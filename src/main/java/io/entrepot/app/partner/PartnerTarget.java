package io.entrepot.app.partner;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.Operation;

/** What is called. */
record PartnerTarget(Connector connector, String name, Operation operation) {}
