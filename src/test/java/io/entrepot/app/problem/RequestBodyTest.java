package io.entrepot.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.TestHub;
import io.entrepot.app.launch.RunningHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Bodies that say two things, or what nobody knows, are refused with the place and the reason. */
class RequestBodyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAPPINGS = "/api/v1/ops/mappings";
  private static final String CREDENTIAL = "/api/v1/ops/partners/wms/credentials/api-key";

  private final TestHub hub = TestHub.shared();

  @Test
  void aNameThatStandsTwiceIsRefusedAndNothingIsStored() throws Exception {
    String twice = "{\"value\": \"first-value-111\",\n \"value\": \"second-value-222\"}";

    assertThat(refused(CREDENTIAL, twice))
        .startsWith("The body was not taken: line 2, column ")
        .contains("'value' stands twice")
        .doesNotContain("second-value");
    assertThat(refused(MAPPINGS + "/preview", "{\"document\": {\"a\": 1, \"a\": 2}}"))
        .contains("'a' stands twice");
    assertThat(refused("/api/v1/ops/schedules/x/run", "{\"day\": \"1\", \"day\": \"2\"}"))
        .contains("'day' stands twice");
  }

  @Test
  void aNameThatNobodyKnowsIsRefusedWithThoseThereAre() throws Exception {
    assertThat(refused(MAPPINGS + "/promote", "{\"file\": \"x\", \"exspect\": \"1\"}"))
        .contains(
            "line 1, column ", "'exspect' is not known; known are by, expect, file, files, why");
  }

  @Test
  void aWrongKindNamesTheFieldAndWhatItHasToBe() throws Exception {
    assertThat(refused(MAPPINGS + "/shadow", "{\"last\": \"many\"}"))
        .contains("line 1, column ", "'last' has to be a whole number");
    assertThat(refused(MAPPINGS + "/preview", "{\"message\": \"7\"}"))
        .contains("'message' has to be a UUID");
    assertThat(refused(MAPPINGS + "/promote", "{\"file\": {}}"))
        .contains("'file' has to be a text");
    assertThat(refused(MAPPINGS + "/diff", "{\"old\": []}")).contains("'old' has to be an object");
    assertThat(refused(MAPPINGS + "/promote", "[]")).contains("the body has to be an object");
    assertThat(refused(MAPPINGS + "/shadow", "{\"last\": 99999999999999999999}"))
        .contains("a number from -2147483648 to 2147483647 is needed, in 'last'");
  }

  @Test
  void whatIsTooDeepTooLongCutOffOrNoJsonSaysSo() throws Exception {
    assertThat(refused(MAPPINGS + "/preview", "{\"document\": " + "[".repeat(10_000)))
        .contains("nests too deeply");
    assertThat(refused(MAPPINGS + "/preview", "{\"document\": " + "9".repeat(5_000) + "}"))
        .contains("too many digits");
    assertThat(refused(MAPPINGS + "/promote", "{\"file\": \"x\"")).contains("ends too early");
    assertThat(refused(MAPPINGS + "/promote", "{\"file\": s3cret}"))
        .contains("neither in quotes nor true")
        .doesNotContain("s3cret");
    assertThat(refused(MAPPINGS + "/promote", "<file/>")).contains("unexpected character '<'");
    assertThat(refused(MAPPINGS + "/promote", "{\"file\": \"x\"} {}"))
        .contains("something follows");
    assertThat(refused(MAPPINGS + "/promote", "")).contains("has no body");
  }

  @Test
  void noBodyIsReadAsYaml() throws Exception {
    assertThat(post(MAPPINGS + "/promote", "application/yaml", "file: x").statusCode())
        .isEqualTo(415);
  }

  private String refused(String path, String body) throws Exception {
    HttpResponse<String> answer = post(path, "application/json", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("code").asText()).isEqualTo("body-unreadable");
    String detail = problem.path("detail").asText();
    assertThat(detail).doesNotContain("java", "jackson", "entrepot", "Exception", "Constraints");
    return detail;
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(hub.url() + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + RunningHub.at(hub.data()).opsKey())
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }
}
