package io.entrepot.app.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.TestHub;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A declared connector in a route of the whole hub, over sockets. */
class AkeneoReadingTest {
  private final TestHub hub = TestHub.shared();

  @Test
  void allProductsAreReadByARouteAndEachPageIsJournaled() throws Exception {
    UUID reading = UUID.randomUUID();
    Set<String> products = new HashSet<>();
    CamelContext camel = hub.bean(CamelContext.class);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:read-akeneo")
                .routeId("read-akeneo")
                .to("partner:akeneo/list-products")
                .split(body())
                .streaming()
                .stopOnException()
                .process(
                    exchange ->
                        products.add(
                            exchange.getMessage().getBody(JsonNode.class).path("uuid").asText()));
          }
        });
    try {
      camel
          .createProducerTemplate()
          .request(
              "direct:read-akeneo",
              exchange -> {
                exchange.getMessage().setBody(Map.of("locales", "ko_KR"));
                exchange.setProperty(HopProperty.CORRELATION_ID, reading);
              });
    } finally {
      camel.getRouteController().stopRoute("read-akeneo");
      camel.removeRoute("read-akeneo");
    }

    assertThat(products).hasSize(237);
    assertThat(hub.bean(MessageStore.class).byCorrelation(reading))
        .hasSize(3)
        .allMatch(message -> message.status() == MessageStatus.DONE)
        .allMatch(message -> message.document().equals("list-products"));
  }

  @Test
  void theConnectionToASimulatedPartnerWorks() {
    PartnersApi api = hub.bean(PartnersApi.class);

    assertThat(api.test("akeneo").detail()).contains("list-channels answered 200");
    assertThat(api.show("akeneo").title()).isEqualTo("Akeneo PIM");
    assertThat(api.show("akeneo").simulated()).isTrue();
  }
}
