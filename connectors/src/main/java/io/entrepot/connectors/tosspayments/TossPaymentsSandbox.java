package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Replays;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import io.entrepot.connectors.spi.sandbox.StandardFault;
import java.util.ArrayList;
import java.util.List;

/** Toss simulated to its wire format; what it accepts and refuses stands in README.md. */
record TossPaymentsSandbox(PartnerSettings account) implements Sandbox {
  static final String DECLINE = "decline";

  @Override
  public String partner() {
    return account.partner();
  }

  @Override
  public List<FaultName> faults() {
    List<FaultName> faults = new ArrayList<>(StandardFault.CREDENTIALS);
    faults.add(
        new FaultName(DECLINE, "the card company refuses the confirmation (REJECT_CARD_COMPANY)"));
    return faults;
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    SimulatedTossLedger ledger = new SimulatedTossLedger();
    Replays replays = new Replays(site.books());
    site.books()
        .replay(
            entry -> {
              ledger.apply(entry);
              replays.apply(entry);
            });
    return new SimulatedToss(account, site, ledger, replays);
  }
}
