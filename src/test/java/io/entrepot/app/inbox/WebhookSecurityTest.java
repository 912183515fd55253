package io.entrepot.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The door of the whole hub, with its security chains and real partners. */
class WebhookSecurityTest {
  private final TestHub hub = TestHub.shared();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aForgedNoticeOfTheWarehouseIsTurnedAwayByItsSignatureNotByASignIn() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(hub.url() + "/webhooks/wms/shipment"))
                .header("X-Wms-Timestamp", "1700000000")
                .header("X-Wms-Signature", "00")
                .POST(BodyPublishers.ofString("{\"event\":\"shipment.shipped\"}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"signature-invalid\"");
  }

  @Test
  void theJournalOfRefusalsIsForOperationsOnly() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(hub.url() + "/api/v1/ops/refusals")).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
