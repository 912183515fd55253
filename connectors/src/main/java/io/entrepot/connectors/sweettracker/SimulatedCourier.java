package io.entrepot.connectors.sweettracker;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.time.Duration;

/** Moves parcels a level at a time and tells of each, whether anybody listens or not. */
final class SimulatedCourier {
  private final PartnerSettings account;
  private final SandboxSite site;
  private final SimulatedParcels parcels;
  private final SimulatedCallback callback;

  SimulatedCourier(PartnerSettings account, SandboxSite site, SimulatedParcels parcels) {
    this.account = account;
    this.site = site;
    this.parcels = parcels;
    this.callback = new SimulatedCallback(account);
  }

  /** Each step takes {@code sandbox-step-millis}, 200 by default. */
  void move(SimulatedParcel parcel) {
    if (parcel.level() == SimulatedParcel.LEVEL_LAST) {
      return;
    }
    Duration step = Duration.ofMillis(account.number("sandbox-step-millis", 0, 86_400_000, 200));
    site.errands()
        .start(
            "moving " + parcel.invoice(),
            step,
            () -> {
              SimulatedParcel moved = parcels.scan(site, parcel);
              tell(moved, moved.level());
              move(moved);
              return true;
            });
  }

  /** Goes on after a restart. */
  void takeUp(SimulatedParcel parcel) {
    parcel.unheard().forEach(level -> tell(parcel, level));
    move(parcel);
  }

  private void tell(SimulatedParcel parcel, int level) {
    site.notices()
        .send(
            new OutgoingNotice(
                parcel.carrier() + "-" + parcel.invoice(),
                "telling that " + parcel.invoice() + " reached level " + level,
                genuine -> callback.of(parcel, level, genuine),
                SimulatedCallback::understood,
                () -> parcels.heard(site, parcel, level)));
  }
}
