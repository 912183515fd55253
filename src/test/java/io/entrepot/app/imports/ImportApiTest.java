package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.TestHub;
import io.entrepot.app.security.OpsKey;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImportApiTest {
  private static final String PATH = "/api/v1/ops/imports";
  private static final String MAPPING = "?stock=FROM_FILE&mapping=online-retail/order.inbound";
  private static final String FILE =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      930001,API-1,X,1,1/12/2010,1,,Japan
      930002,API-1,X,0,1/12/2010,1,,Japan
      """;

  private final TestHub hub = TestHub.shared();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aFileIsHandedInWatchedAndItsErrorsFetched() throws Exception {
    HttpResponse<String> accepted =
        post(MAPPING + "&file=api.csv", "text/csv", BodyPublishers.ofString(FILE));

    assertThat(accepted.statusCode()).isEqualTo(202);
    String batch = json(accepted).path("batch_id").asText();
    JsonNode done =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> json(get("/" + batch)), run -> !run.path("finished_at").isNull());
    assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("file").asText()).isEqualTo("api.csv");
    assertThat(done.path("rows_read").asInt()).isEqualTo(2);
    assertThat(done.path("orders_placed").asInt()).isEqualTo(1);
    assertThat(done.path("rows_rejected").asInt()).isEqualTo(1);
    assertThat(done.path("refusals").isObject()).isTrue();
    assertThat(get("/" + batch + "/errors").body())
        .startsWith("\uFEFFbatch_id,error_row,error_column,error_value,error_reason,InvoiceNo,")
        .contains(batch + ",3,Quantity,0,the quantity is zero or less,930002,");
    assertThat(get("/" + batch + "/refused").statusCode()).isEqualTo(200);
    assertThat(json(get("?limit=200")).findValuesAsText("batch_id")).contains(batch);
  }

  @Test
  void aFormsFileIsTakenToo() throws Exception {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"form.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + FILE.replace("93000", "93010")
            + "\r\n--b--\r\n";

    HttpResponse<String> accepted =
        post(MAPPING, "multipart/form-data; boundary=b", BodyPublishers.ofString(body));

    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(json(accepted).path("file").asText()).isEqualTo("form.csv");
  }

  @Test
  void whatCannotBeImportedIsRefusedWithItsCode() throws Exception {
    assertRefused(MAPPING, "", 422, "import-file-empty");
    assertRefused("?mapping=nobody/nothing.inbound", FILE, 400, "mapping-unknown");
    assertRefused("?mapping=wms/shipment.inbound", FILE, 422, "import-mapping-no-csv");
    assertThat(get("/00000000-0000-7000-8000-000000000000").statusCode()).isEqualTo(404);
  }

  private void assertRefused(String query, String body, int status, String code) throws Exception {
    HttpResponse<String> refused = post(query, "text/csv", BodyPublishers.ofString(body));
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(json(refused).path("code").asText()).isEqualTo(code);
  }

  private HttpResponse<String> post(String query, String type, BodyPublisher body)
      throws Exception {
    return send(request(query).header("Content-Type", type).POST(body));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(hub.url().resolve(PATH + path))
        .header("Authorization", "Bearer " + hub.bean(OpsKey.class).value());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
