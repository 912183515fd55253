package io.entrepot.app.console;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.TestHub;
import io.entrepot.app.imports.ImportView;
import io.entrepot.app.message.MessageStore;
import io.entrepot.core.order.OrderFilter;
import io.entrepot.core.order.OrderQueries;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on the whole hub, with an import behind them. */
class ConsolePagesTest {
  private static final int ORDERS = 12;
  private static TestHub hub;
  private static ImportView batch;

  private final Browser browser = new Browser(hub.url().toString());

  @BeforeAll
  static void importAFile() {
    hub = TestHub.shared();
    batch = new RetailFile("pages.csv", 700_100, ORDERS).submitTo(hub);
    batch = RetailFile.awaitEnd(hub, batch.batchId());
  }

  @BeforeEach
  void signIn() {
    browser.signIn("admin", TestHub.ADMIN_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/messages",
        "/console/messages?status=DEAD&direction=OUT&partner=wms",
        "/console/routes",
        "/console/imports",
        "/console/orders",
        "/console/orders?status=CANCELLED",
        "/console/search?q=nothing"
      })
  void pageIsWholeAndSafeInEachLanguage(String path) {
    for (var language : List.of("en", "ko", "ja")) {
      var page = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);

      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .contains("lang=\"" + language + "\"", "<main", "</html>")
          .doesNotContain("??", "style=\"", "<style", "onclick")
          .doesNotContainPattern("<script(?![^>]*src=\"/console/assets/)")
          .doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//");
      assertThat(page.body().length()).as("size of " + path).isLessThan(100_000);
    }
  }

  @Test
  void importShowsWhatBecameOfItsRows() {
    var page = browser.get("/console/imports/" + batch.batchId() + "?lang=en").body();

    assertThat(page)
        .contains("pages.csv", "online-retail/order.inbound", "aria-valuenow=\"100\"")
        .contains(ORDERS + " of " + ORDERS + " orders")
        .contains("/api/v1/ops/imports/" + batch.batchId() + "/errors");
    var errors = browser.get("/api/v1/ops/imports/" + batch.batchId() + "/errors");
    assertThat(errors.body()).contains("the quantity is zero or less");
  }

  @Test
  void orderShowsItsWayAndNothingPersonal() {
    var order =
        hub.bean(OrderQueries.class).list(OrderFilter.ofBatch(batch.batchId()), null, 1).get(0);

    var page = browser.get("/console/orders/" + order.orderId() + "?lang=en").body();

    assertThat(page)
        .contains(order.reference(), "Timeline", "WARM KNIT HAT", "Reserved", "₩")
        .contains("C●●●")
        .doesNotContain("Customer 17850", "customer-17850@online-retail.test");
    assertThat(Browser.target(browser.get("/console/search?q=" + order.orderId())))
        .isEqualTo("/console/orders/" + order.orderId());
    assertThat(Browser.target(browser.get("/console/search?q=online-retail/" + order.reference())))
        .isEqualTo("/console/orders/" + order.orderId());
  }

  @Test
  void messageShowsItsContentMasked() {
    var message = hub.bean(MessageStore.class).latest(1).get(0);

    var page = browser.get("/console/messages/" + message.id() + "?lang=en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(message.document(), message.id().toString(), "Personal data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "messages", "imports"})
  void whatIsNotThereIsAPageNotAnException(String kind) {
    var unknown = browser.get("/console/" + kind + "/" + UUID.randomUUID() + "?lang=en");
    var noId = browser.get("/console/" + kind + "/1%27--");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("There is nothing here");
    assertThat(noId.statusCode()).isEqualTo(400);
    assertThat(noId.body()).contains("cannot read that request").doesNotContain("Exception");
  }

  @Test
  void streamSpeaksOnlyWhenSomethingChanged() throws Exception {
    BlockingQueue<String> events = browser.stream("/console/live/orders");
    assertThat(events.poll(10, SECONDS)).isIn("changed", "beat");
    // What other tests left under way may still speak; quiet is when the stream only beats.
    await().atMost(Duration.ofSeconds(60)).until(() -> "beat".equals(events.poll(30, SECONDS)));
    events.clear();

    new RetailFile("live.csv", 700_200, 3).submitTo(hub);

    await().atMost(Duration.ofSeconds(60)).until(() -> "changed".equals(events.poll(30, SECONDS)));
  }

  @Test
  void streamsOfOneSessionAreBounded() {
    int refused = 0;
    for (int stream = 0; stream < 14; stream++) {
      refused += browser.streamStatus("/console/live/imports") == 503 ? 1 : 0;
    }

    assertThat(refused).isEqualTo(2);
    assertThat(browser.streamStatus("/console/live/nothing")).isEqualTo(404);
    assertThat(browser.streamStatus("/console/live/order")).isEqualTo(404);
  }

  @Test
  void strangerHearsNothing() {
    assertThat(new Browser(hub.url().toString()).streamStatus("/console/live/orders"))
        .isEqualTo(401);
  }
}
