package io.entrepot.app.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.partner.FakePartner;
import io.entrepot.app.partner.FakePartners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteLoadingTest {
  @TempDir private Path definitions;

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final StoppedRoutes stopped = new StoppedRoutes();
  private final RouteCounters counters = new RouteCounters();
  private final RoutesApi api = new RoutesApi(camel, counters, stopped);

  @BeforeEach
  void components() {
    for (String name : new String[] {"event", "inbox", "mapping", "partner"}) {
      camel.addComponent(name, new DirectComponent());
    }
    for (String bean :
        new String[] {
          "requestPayment",
          "confirmPayment",
          "markProcessing",
          "shipOrder",
          "recordTracking",
          "renderNotice"
        }) {
      camel.getRegistry().bind(bean, new Object());
    }
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aRouteWithoutItsPartnersSettingsIsNotStartedAndSaysWhy() {
    start(new FakePartner("buyer-bot"), new FakePartner("mail").unconfigured());

    assertThat(view("buyer-bot/payment-window.outbound").state()).isEqualTo("Started");
    assertThat(view("mail/order-confirmation.outbound"))
        .satisfies(
            route -> {
              assertThat(route.state()).isEqualTo("Stopped");
              assertThat(route.reason()).contains("not configured", "mail");
            });
  }

  @Test
  void aRouteOfAnUnknownPartnerIsLeftOutAndSaysWhy() {
    start(new FakePartner("buyer-bot"));

    assertThat(camel.getRoute("wms/shipment.outbound")).isNull();
    assertThat(view("wms/shipment.outbound").reason()).contains("no connector", "wms");
  }

  @Test
  void anOperatorsFileTakesThePlaceOfTheShippedOne() throws IOException {
    own(
        "buyer-bot/payment-window.outbound.camel.yaml",
        """
        - route:
            id: buyer-bot/payment-window.outbound
            description: ours
            routeConfigurationId: delivery
            from:
              uri: event:payment.requested
              steps:
                - to:
                    id: only
                    uri: partner:buyer-bot/open-window
        """);
    start(new FakePartner("buyer-bot"));

    assertThat(view("buyer-bot/payment-window.outbound").description()).isEqualTo("ours");
  }

  @Test
  void aBadFileStopsTheStartByItsName() throws IOException {
    own("wms/x.outbound.camel.yaml", "- route: {id: other}\n");

    assertThatThrownBy(() -> start(new FakePartner("buyer-bot")))
        .isInstanceOf(BadRoutes.class)
        .hasMessageContaining("routes/wms/x.outbound.camel.yaml /0/route/id");
  }

  @Test
  void aRouteStopsSuspendsAndStarts() throws Exception {
    start(new FakePartner("buyer-bot"));

    assertThat(act("stop").state()).isEqualTo("Stopped");
    assertThat(act("stop").reason()).isEqualTo("stopped by an operator");
    assertThat(act("start").state()).isEqualTo("Started");
    assertThat(act("suspend").state()).isEqualTo("Suspended");
    assertThat(act("start"))
        .satisfies(
            route -> {
              assertThat(route.state()).isEqualTo("Started");
              assertThat(route.reason()).isNull();
            });
    assertThatThrownBy(() -> act("destroy")).hasMessageContaining("'destroy' is none of these");
    assertThatThrownBy(() -> api.show("a", "b")).hasMessageContaining("no route 'a/b'");
  }

  @Test
  void whatGoesThroughARouteIsCounted() {
    start(new FakePartner("buyer-bot"));

    camel.createProducerTemplate().send("event:payment.requested", exchange -> {});

    RoutesApi.RouteView route = view("buyer-bot/payment-window.outbound");
    assertThat(route.exchanges()).isEqualTo(1);
    assertThat(route.failed()).isEqualTo(1);
    assertThat(route.meanMillis()).isNotNull();
    assertThat(route.lastAt()).isNotNull();
  }

  private RoutesApi.RouteView act(String action) throws Exception {
    return api.act("buyer-bot", "payment-window.outbound", action);
  }

  private void own(String path, String text) throws IOException {
    Path file = definitions.resolve("routes").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void start(FakePartner... partners) {
    camel.getManagementStrategy().addEventNotifier(counters);
    new RouteLoading(FakePartners.registry(partners), stopped, definitions.toString())
        .beforeApplicationStart(camel);
    camel.start();
    assertThat(camel.getStatus()).isEqualTo(ServiceStatus.Started);
  }

  private RoutesApi.RouteView view(String id) {
    return api.list().stream().filter(route -> route.id().equals(id)).findFirst().orElseThrow();
  }
}
