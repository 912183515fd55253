package io.entrepot.connectors.buyerbot;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import io.entrepot.connectors.spi.sandbox.StandardFault;
import java.util.List;

/** The bot itself: it goes through the window over HTTP, as a browser would. */
record BuyerBotSandbox(PartnerSettings account) implements Sandbox {
  static final String GIVES_UP = "gives-up";
  static final String NEVER_PAYS = "never-pays";

  @Override
  public String partner() {
    return account.partner();
  }

  @Override
  public List<FaultName> faults() {
    return List.of(
        new FaultName(GIVES_UP, "the buyer closes the window and comes back to the fail address"),
        new FaultName(NEVER_PAYS, "the buyer is never seen again"),
        new FaultName(StandardFault.NOTICE_TWICE, "the buyer loads the page again"),
        new FaultName(StandardFault.NOTICE_LATE, "the buyer comes back late", 10_000));
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    SimulatedBuyers buyers = new SimulatedBuyers();
    site.books().replay(buyers::apply);
    return new SimulatedBot(account, site, buyers);
  }
}
