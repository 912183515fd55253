package io.entrepot.app.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.TestHub;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole hub with its own sandbox, over real sockets. */
class SandboxWayTest {
  private final TestHub hub = TestHub.shared();

  @Test
  void everyRouteRunsWhereTheSandboxDoes() {
    assertThat(hub.bean(RoutesApi.class).list())
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(route -> assertThat(route.state()).as(route.id()).isEqualTo("Started"));
  }

  @Test
  void anOrderIsPaidShippedAndDeliveredByTheSandboxAndAllOfItIsJournaled() {
    UUID order = SampleOrder.place(hub::bean);

    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                hub.bean(OrderQueries.class).find(order).orElseThrow().status()
                    == OrderStatus.DELIVERED);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(hub.bean(MessageStore.class).byCorrelation(order))
                    .allMatch(message -> message.status() == MessageStatus.DONE)
                    .extracting(MessageView::document)
                    .contains(
                        "open-window",
                        "payment-return",
                        "confirm-payment",
                        "create-shipment",
                        "send",
                        "shipment",
                        "add-invoice",
                        "tracking"));
  }
}
