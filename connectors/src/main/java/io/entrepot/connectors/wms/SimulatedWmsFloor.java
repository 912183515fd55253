package io.entrepot.connectors.wms;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.time.Duration;

/** Where shipments are packed, and the desk that reports them. */
final class SimulatedWmsFloor {
  /** CJ Logistics, by the codes that Korean tracking services share. */
  static final String CARRIER = "04";

  private final PartnerSettings account;
  private final SandboxSite site;
  private final SimulatedWmsLedger ledger;
  private final SimulatedWmsReport report;

  SimulatedWmsFloor(PartnerSettings account, SandboxSite site, SimulatedWmsLedger ledger) {
    this.account = account;
    this.site = site;
    this.ledger = ledger;
    this.report = new SimulatedWmsReport(account, site);
  }

  /** Ships after {@code sandbox-ship-delay-millis}, 300 by default. */
  void take(SimulatedShipment shipment) {
    int delay = account.number("sandbox-ship-delay-millis", 0, 3_600_000, 300);
    site.errands()
        .start(
            "shipping " + shipment.shipmentId(),
            Duration.ofMillis(delay),
            () -> {
              synchronized (ledger) {
                if (shipment.shippedAt() == null) {
                  ledger.ship(site, shipment);
                }
              }
              tell(shipment);
              return true;
            });
  }

  private void tell(SimulatedShipment shipment) {
    site.notices()
        .send(
            new OutgoingNotice(
                shipment.shipmentId(),
                "reporting " + shipment.shipmentId(),
                genuine -> report.of(shipment, genuine),
                OutgoingNotice.ANY_2XX,
                () -> reported(shipment)));
  }

  private void reported(SimulatedShipment shipment) {
    synchronized (ledger) {
      ledger.report(site, shipment);
    }
  }
}
