package io.entrepot.connectors.sweettracker;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.io.IOException;
import java.time.Duration;

/** Moves parcels a level at a time; the next step waits until the one before was heard. */
final class SimulatedCourier {
  private final PartnerSettings account;
  private final SandboxSite site;
  private final SimulatedParcels parcels;
  private final SimulatedCallback callback;

  SimulatedCourier(PartnerSettings account, SandboxSite site, SimulatedParcels parcels) {
    this.account = account;
    this.site = site;
    this.parcels = parcels;
    this.callback = new SimulatedCallback(account, site);
  }

  /** Each step takes {@code sandbox-step-millis}, 200 by default. */
  void move(SimulatedParcel parcel) {
    Duration step = Duration.ofMillis(account.number("sandbox-step-millis", 0, 86_400_000, 200));
    site.errands()
        .start(
            "moving " + parcel.invoice(),
            step,
            () -> {
              push(parcel.level() > parcel.pushed() ? parcel : parcels.scan(site, parcel));
              return true;
            });
  }

  private void push(SimulatedParcel parcel) {
    site.errands().start("telling of " + parcel.invoice(), Duration.ZERO, () -> pushed(parcel));
  }

  private boolean pushed(SimulatedParcel parcel) throws IOException, InterruptedException {
    int level = parcel.level();
    if (site.faults().strikes(SweetTrackerSandbox.FORGED)) {
      callback.forged(parcel, level);
    }
    if (!callback.heard(parcel, level)) {
      return false;
    }
    if (site.faults().strikes(SweetTrackerSandbox.TWICE)) {
      callback.heard(parcel, level);
    }
    if (level > SimulatedParcel.LEVEL_FIRST
        && site.faults().strikes(SweetTrackerSandbox.OLD_AFTER_NEW)) {
      callback.heard(parcel, level - 1);
    }
    SimulatedParcel told = parcels.heard(site, parcel, level);
    if (!told.delivered()) {
      move(told);
    }
    return true;
  }
}
