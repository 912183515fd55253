package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import java.util.Map;

/** An operation with one answer. */
record DeclaredCall(Exchanging exchanging, boolean reads) implements Operation {
  @Override
  public PartnerAnswer call(PartnerCall call) throws PartnerException {
    Exchanging.Heard heard = exchanging.ask(call, Map.of());
    return new PartnerAnswer(
        exchanging.mapped(heard.body()), heard.answer().status(), heard.answer().latency());
  }
}
