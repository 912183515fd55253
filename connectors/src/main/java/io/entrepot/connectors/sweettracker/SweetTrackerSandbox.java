package io.entrepot.connectors.sweettracker;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.util.List;

/** The carrier simulated: registered parcels move from level 2 to 6 and each step is pushed. */
record SweetTrackerSandbox(PartnerSettings account) implements Sandbox {
  static final String TWICE = "callback-twice";
  static final String OLD_AFTER_NEW = "callback-old-after-new";
  static final String FORGED = "callback-forged";

  @Override
  public String partner() {
    return account.partner();
  }

  @Override
  public List<FaultName> faults() {
    return List.of(
        new FaultName(TWICE, "a callback is sent twice"),
        new FaultName(OLD_AFTER_NEW, "the callback before is sent once more after the new one"),
        new FaultName(FORGED, "a callback with a wrong secret_value is sent before the right one"));
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    SimulatedParcels parcels = new SimulatedParcels();
    site.books().replay(parcels::apply);
    return new SimulatedTracker(account, site, parcels);
  }
}
