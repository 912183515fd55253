package io.entrepot.app.ops;

import io.entrepot.core.fulfilment.FulfilmentQueries;
import io.entrepot.core.fulfilment.ShipmentView;
import io.entrepot.core.order.OrderView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parcels and what their carriers told, by the carriers' clocks. */
@Component
final class ParcelHops implements HopSource {
  private final FulfilmentQueries fulfilment;

  ParcelHops(FulfilmentQueries fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public List<Hop> hops(OrderView order) {
    return fulfilment.byOrder(order.orderId()).stream().flatMap(ParcelHops::hops).toList();
  }

  private static Stream<Hop> hops(ShipmentView parcel) {
    Hop shipped =
        hop(
            parcel,
            parcel.shippedAt(),
            "shipped",
            "SHIPPED",
            "waybill " + parcel.waybill() + ", " + parcel.externalId());
    Stream<Hop> tracked =
        parcel.tracking().stream()
            .map(t -> hop(parcel, t.at(), "tracking", t.state().name(), t.detail()));
    return Stream.concat(Stream.of(shipped), tracked);
  }

  private static Hop hop(
      ShipmentView parcel, Instant at, String what, String state, @Nullable String detail) {
    return new Hop(at, "parcel", "carrier " + parcel.carrier(), null, what, state, null, detail);
  }
}
