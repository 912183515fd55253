package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.TestHub;
import io.entrepot.app.keys.KeyRing;
import io.entrepot.app.launch.HubApi;
import io.entrepot.app.launch.HubRefused;
import io.entrepot.app.launch.RunningHub;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Credentials, keys and the way back from a consent page, over HTTP in the whole hub. */
class CredentialsApiTest {
  private static final String PATH = "/api/v1/ops/partners/buyer-bot/credentials";

  private final TestHub hub = TestHub.shared();
  private final HubApi api = HubApi.of(RunningHub.at(hub.data()));
  private final PartnerSettings settings = hub.bean(PartnerSettingsSource.class).of("buyer-bot");

  @Test
  void aStoredSecretIsInForceAtOnceAndNeverShown() throws Exception {
    JsonNode stored = api.post(PATH + "/test-key", Map.of("value", "first-secret-4711"));
    api.post(PATH + "/test-key", Map.of("value", "second-secret-4711", "overlap_seconds", 60));

    assertThat(stored.path("version").asInt()).isEqualTo(1);
    assertThat(settings.secret("test-key")).isEqualTo(Secret.of("second-secret-4711"));
    assertThat(settings.accepted("test-key"))
        .containsExactly(Secret.of("second-secret-4711"), Secret.of("first-secret-4711"));
    JsonNode list = api.get(PATH);
    assertThat(list.toString())
        .doesNotContain("4711")
        .contains("\"name\":\"test-key\"", "\"state\":\"in force\"", "accepted until", "key_id")
        .contains("\"created_by\":\"ops-key\"");
    assertThat(
            hub.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM credential.change WHERE name = 'test-key'")
                .query(Long.class)
                .single())
        .isEqualTo(2);

    api.delete(PATH + "/test-key");

    assertThat(settings.find("test-key")).isEmpty();
  }

  @Test
  void aStoredSecretGoesBeforeTheConfiguredOne() throws Exception {
    String configured = settings.require("base-url");

    api.post(PATH + "/base-url", Map.of("value", "http://127.0.0.1:1/stored"));
    try {
      assertThat(settings.require("base-url")).isEqualTo("http://127.0.0.1:1/stored");
    } finally {
      api.delete(PATH + "/base-url");
    }

    assertThat(settings.require("base-url")).isEqualTo(configured);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithWhatToDo() {
    refused("/api/v1/ops/partners/nobody/credentials/api-key", Map.of("value", "x"), "no partner");
    refused(PATH + "/API_KEY", Map.of("value", "x"), "small letters");
    refused(PATH + "/api-key", Map.of(), "value");
    refused(PATH + "/api-key", Map.of("value", " "), "empty");
    refused(PATH + "/api-key", Map.of("value", "x", "overlap_seconds", -1), "overlap_seconds");
    refused("/api/v1/ops/partners/wms/authorisation", Map.of(), "Nobody has to authorise");
  }

  @Test
  void aNameThatThePartnerDoesNotHaveIsRefusedWithThoseItHas() {
    refused(
        "/api/v1/ops/partners/wms/credentials/apikey",
        Map.of("value", "x"),
        "'wms' has no credential 'apikey'; it has api-key, webhook-secret.");
    refused(
        "/api/v1/ops/partners/akeneo/credentials/clientsecret",
        Map.of("value", "x"),
        "it has base-url, client-id, client-secret, password, username, webhook-secret.");
  }

  @Test
  void oneLineEndIsTakenOffAndOtherControlCharactersAreRefused() throws Exception {
    api.post(PATH + "/line-key", Map.of("value", "with-a-line-end\r\n"));
    assertThat(settings.require("line-key")).isEqualTo("with-a-line-end");
    String pem = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";
    api.post(PATH + "/line-key", Map.of("value", pem + "\n"));
    assertThat(settings.require("line-key")).isEqualTo(pem);

    for (String value : List.of("nul\u0000", "two\n\n", "in\nside", "tab\tbed", "del\u007f")) {
      refused(PATH + "/line-key", Map.of("value", value), "is a control character");
    }
    refused(PATH + "/line-key", Map.of("value", pem + "\u0000"), "Character 59 of the value");
    refused(PATH + "/line-key", Map.of("value", "\n"), "empty");

    assertThat(settings.require("line-key")).isEqualTo(pem);
    api.delete(PATH + "/line-key");
  }

  private void refused(String path, Map<String, ?> body, String text) {
    assertThatThrownBy(() -> api.post(path, body))
        .isInstanceOf(HubRefused.class)
        .hasMessageContaining(text);
  }

  @Test
  void aRotatedKeySealsAnewAndTheOldOneStillOpens() throws Exception {
    byte[] personal = hub.bean(KeyRing.class).seal("김민준".getBytes(StandardCharsets.UTF_8));
    String before = hub.bean(KeyRing.class).currentId();
    api.post(PATH + "/rotated-key", Map.of("value", "rotated-secret-4711"));

    JsonNode keys = api.post("/api/v1/ops/keys/rotate", Map.of());

    String active = hub.bean(KeyRing.class).currentId();
    assertThat(active).isNotEqualTo(before);
    assertThat(keys.toString()).contains("{\"id\":\"" + active + "\",\"active\":true");
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(api.get(PATH).findValuesAsText("key_id")).containsOnly(active));
    assertThat(hub.bean(KeyRing.class).open(personal))
        .isEqualTo("김민준".getBytes(StandardCharsets.UTF_8));
    assertThat(settings.secret("rotated-key")).isEqualTo(Secret.of("rotated-secret-4711"));
    api.delete(PATH + "/rotated-key");
  }

  @Test
  void aKeyThatIsAddedFirstSealsNothingUntilItIsActivated() throws Exception {
    String before = hub.bean(KeyRing.class).currentId();

    JsonNode keys = api.post("/api/v1/ops/keys", Map.of());
    String added = keys.get(keys.size() - 1).path("id").asText();
    assertThat(hub.bean(KeyRing.class).currentId()).isEqualTo(before).isNotEqualTo(added);

    api.post("/api/v1/ops/keys/" + added + "/activate", Map.of());
    assertThat(hub.bean(KeyRing.class).currentId()).isEqualTo(added);
    refused("/api/v1/ops/keys/nosuch/activate", Map.of(), "has no key 'nosuch'");
  }

  @Test
  void credentialsAndKeysAreForOperationsOnlyAndTheWayBackIsOpen() throws Exception {
    assertThat(get(PATH).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/ops/keys").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/ops/partners/wms/authorisation").statusCode()).isEqualTo(401);

    HttpResponse<String> back = get("/oauth/partners/wms/callback?state=guessed&code=c");

    assertThat(back.statusCode()).isEqualTo(400);
    assertThat(back.body()).contains("Start again").doesNotContain("guessed");
    assertThat(get("/oauth/partners/wms/other").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(hub.url() + path)).build(), BodyHandlers.ofString());
  }
}
