package io.entrepot.connectors.wms;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.util.List;

/** The warehouse simulated: accepts, ships a little later, and reports until it is heard. */
record WmsSandbox(PartnerSettings account) implements Sandbox {
  static final String TWICE = "webhook-twice";
  static final String LATE = "webhook-late";
  static final String FORGED = "webhook-forged";

  @Override
  public String partner() {
    return account.partner();
  }

  @Override
  public List<FaultName> faults() {
    return List.of(
        new FaultName(TWICE, "the webhook is sent twice"),
        new FaultName(LATE, "the webhook is sent ten seconds late"),
        new FaultName(FORGED, "a webhook with a wrong signature is sent before the right one"));
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    SimulatedWmsLedger ledger = new SimulatedWmsLedger();
    site.books().replay(ledger::apply);
    return new SimulatedWms(account, site, ledger);
  }
}
