package io.entrepot.connectors.wms;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import io.entrepot.connectors.spi.sandbox.StandardFault;
import java.util.List;

/** The warehouse simulated: accepts, ships a little later, and reports until it is heard. */
record WmsSandbox(PartnerSettings account) implements Sandbox {
  @Override
  public String partner() {
    return account.partner();
  }

  @Override
  public List<FaultName> faults() {
    return StandardFault.CREDENTIALS_AND_NOTICES;
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    SimulatedWmsLedger ledger = new SimulatedWmsLedger();
    site.books().replay(ledger::apply);
    return new SimulatedWms(account, site, ledger);
  }
}
