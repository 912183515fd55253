package io.entrepot.app.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.TestHub;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.connectors.spi.Surroundings;
import io.entrepot.core.fulfilment.FulfilmentQueries;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.payment.PaymentQueries;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
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

  @Test
  void noticesTwiceForgedOutOfOrderAndByAWrongClockCountOnce() throws Exception {
    fault("buyer-bot", "notice-twice", 1);
    fault("wms", "notice-twice", 1);
    fault("wms", "notice-forged", 1);
    // Of the request, the packing and the first attempt of the webhook, which is refused for it.
    fault("wms", "clock-skew", 3);
    fault("sweettracker", "notice-twice", 2);
    fault("sweettracker", "notice-out-of-order", 2);
    try {
      UUID order = SampleOrder.place(hub::bean);

      await()
          .atMost(Duration.ofSeconds(90))
          .until(
              () ->
                  hub.bean(OrderQueries.class).find(order).orElseThrow().status()
                      == OrderStatus.DELIVERED);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(heard(order, "sweettracker", "tracking")).isEqualTo(5));
      assertThat(heard(order, "toss-payments", "payment-return")).isEqualTo(1);
      assertThat(heard(order, "wms", "shipment")).isEqualTo(1);
      assertThat(hub.bean(FulfilmentQueries.class).byOrder(order)).hasSize(1);
      assertThat(hub.bean(PaymentQueries.class).byOrder(order)).hasSize(1);
    } finally {
      for (String partner : List.of("buyer-bot", "wms", "sweettracker")) {
        desk(partner, HttpRequest.newBuilder().DELETE());
      }
    }
  }

  /** Messages of that document that are done; a duplicate is none of its own. */
  private long heard(UUID order, String partner, String document) {
    return hub.bean(MessageStore.class).byCorrelation(order).stream()
        .filter(message -> message.partner().equals(partner))
        .filter(message -> message.document().equals(document))
        .filter(message -> message.status() == MessageStatus.DONE)
        .count();
  }

  private void fault(String partner, String name, int count) throws Exception {
    String body = "{\"name\":\"%s\",\"count\":%d}".formatted(name, count);
    desk(partner, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)));
  }

  private void desk(String partner, HttpRequest.Builder request) throws Exception {
    URI desk = URI.create(hub.bean(Surroundings.class).sandbox() + "/_sandbox/" + partner);
    assertThat(
            HttpClient.newHttpClient()
                .send(request.uri(URI.create(desk + "/faults")).build(), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(200);
  }
}
