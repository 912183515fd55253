package io.entrepot.connectors.sweettracker;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import io.entrepot.connectors.spi.sandbox.StandardFault;
import java.util.List;

/** The carrier simulated: registered parcels move from level 2 to 6 and each step is pushed. */
record SweetTrackerSandbox(PartnerSettings account) implements Sandbox {
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
    SimulatedParcels parcels = new SimulatedParcels();
    site.books().replay(parcels::apply);
    return new SimulatedTracker(account, site, parcels);
  }
}
