package io.entrepot.connectors.akeneo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.http.declared.DeclaredPartner;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerPage;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.sandbox.FakeHub;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The declared connector and the simulation of Akeneo, over sockets. */
class AkeneoTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path books;
  private final LaterClock clock = new LaterClock();
  private final FakeHub hub = new FakeHub(Answer.json("{}"));
  private Connector akeneo;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        RunningSandbox.of(
            books,
            hub::url,
            clock,
            source -> {
              akeneo = DeclaredPartner.shipped("akeneo", source, clock);
              return Stream.of(akeneo);
            });
  }

  @AfterEach
  void stop() {
    sandbox.close();
    hub.close();
  }

  @Test
  void isDeclaredInFewerThan150Lines() throws IOException {
    String root = System.getProperty("entrepot.root", "..");
    assertThat(Files.readAllLines(Path.of(root, "connectors/declared/akeneo.yaml")))
        .hasSizeBetween(20, 149);
  }

  @Test
  void allProductsAreReadPageByPage() throws Exception {
    List<JsonNode> products = all("list-products", "{}");

    assertThat(products).hasSize(SimulatedAkeneoStock.PRODUCTS).doesNotHaveDuplicates();
    JsonNode price = products.get(0).path("values").path("price").path(0).path("data").path(0);
    assertThat(price.path("amount").isTextual()).isTrue();
  }

  @Test
  void aPageHasAHundredProductsAndTheNextOnesLink() throws Exception {
    PartnerPage first = operation("list-products").page(call("{}"), Optional.empty());

    assertThat(first.answer().body()).hasSize(100);
    assertThat(first.next()).hasValueSatisfying(next -> assertThat(next).contains("search_after="));
  }

  @Test
  void whatChangedSinceIsFound() throws Exception {
    ObjectNode since = JSON.createObjectNode();
    since.put(
        "search", "{\"updated\": [{\"operator\": \">\", \"value\": \"2026-01-10 00:00:00\"}]}");
    since.put("locales", "ko_KR");

    List<JsonNode> products = all("list-products", since.toString());

    assertThat(products).hasSize(SimulatedAkeneoStock.PRODUCTS - 9 * 24);
    assertThat(products.get(0).path("values").path("name")).hasSize(1);
  }

  @Test
  void otherListsAreReadByPageNumber() throws Exception {
    assertThat(all("list-categories", "{}")).hasSize(5);
    assertThat(all("list-families", "{}")).hasSize(3);
    assertThat(all("list-attributes", "{}")).hasSize(3);
    assertThat(all("list-channels", "{}")).hasSize(1);
  }

  @Test
  void oneProductIsReadByItsUuid() throws Exception {
    String uuid = all("list-products", "{}").get(7).path("uuid").asText();

    PartnerAnswer answer =
        akeneo.operations().get("get-product").call(call("{\"uuid\": \"" + uuid + "\"}"));

    assertThat(answer.body().path("uuid").asText()).isEqualTo(uuid);
    assertThat(failure("get-product", "{\"uuid\": \"gone\"}").errorClass())
        .isEqualTo(ErrorClass.CLIENT_ERROR);
  }

  @Test
  void whatAkeneoDoesNotUnderstandIsRefusedInItsWords() {
    assertThat(failure("list-products", "{\"search\": \"{\"}"))
        .hasMessageContaining("Search query parameter should be valid JSON")
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.CLIENT_ERROR));
    assertThat(failure("list-products", "{\"scope\": \"print\"}"))
        .hasMessageContaining("Scope \"print\" does not exist.");
  }

  @Test
  void theSimulationRefusesMoreThanAHundredAtOnce() throws Exception {
    String token = token();

    assertThat(raw("/akeneo/api/rest/v1/products-uuid?limit=101", token))
        .isEqualTo("{\"code\":422,\"message\":\"You cannot request more than 100 items.\"}");
    assertThat(
            raw(
                "/akeneo/api/rest/v1/products-uuid?pagination_type=search_after&search_after=x",
                token))
        .contains("422");
    assertThat(raw("/akeneo/api/rest/v1/categories?page=2&limit=2&with_count=true", token))
        .contains("\"current_page\":2", "\"items_count\":5", "\"previous\"", "\"next\"");
    assertThat(raw("/akeneo/api/rest/v1/channels", "wrong"))
        .isEqualTo("{\"code\":401,\"message\":\"The access token provided is invalid.\"}");
  }

  @Test
  void anExpiredTokenIsRenewedUnseen() throws Exception {
    Optional<String> second = operation("list-products").page(call("{}"), Optional.empty()).next();
    clock.passes(Duration.ofHours(2));

    assertThat(operation("list-products").page(call("{}"), second).answer().body()).hasSize(100);
  }

  @Test
  void aRevokedTokenIsRenewedUnseen() throws Exception {
    operation("list-channels").call(call("{}"));
    clock.passes(Duration.ofMinutes(5));
    sandbox.fault("akeneo", "token-revoked", 1);

    assertThat(all("list-products", "{}")).hasSize(SimulatedAkeneoStock.PRODUCTS);
  }

  @Test
  void wrongCredentialsAreOurBugAndTheTestSaysSo() {
    assertThat(akeneo.test().ok()).isTrue();

    Connector other =
        DeclaredPartner.shipped(
            "akeneo",
            id ->
                io.entrepot.connectors.spi.PartnerSettings.of(
                    id,
                    Map.of(
                        "base-url", sandbox.setting("akeneo", "base-url"),
                        "client-id", "another",
                        "client-secret", "wrong-client-secret",
                        "username", "entrepot",
                        "password", "wrong-password",
                        "webhook-secret", "x")),
            Clock.systemUTC());

    assertThat(other.test().ok()).isFalse();
    assertThat(other.test().detail()).contains("check the settings").doesNotContain("wrong-");
  }

  @Test
  void tooManyCallsAndTroubleAreWorthAnotherTry() throws Exception {
    operation("list-channels").call(call("{}"));
    sandbox.fault("akeneo", "rate-limit", 1);
    PartnerException limited = failure("list-channels", "{}");
    assertThat(limited.errorClass()).isEqualTo(ErrorClass.RATE_LIMITED);
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(1));

    sandbox.fault("akeneo", "error-before", 1);
    assertThat(failure("list-channels", "{}").errorClass()).isEqualTo(ErrorClass.SERVER_ERROR);
    sandbox.fault("akeneo", "html", 1);
    assertThat(failure("list-channels", "{}").errorClass()).isEqualTo(ErrorClass.BAD_ANSWER);
    assertThat(akeneo.retry().attempts()).isEqualTo(4);
    assertThat(akeneo.limit().calls()).isEqualTo(100);
  }

  @Test
  void aChangedProductIsToldByASignedEvent() throws Exception {
    String uuid = all("list-products", "{}").get(0).path("uuid").asText();
    sandbox.send(
        "PATCH",
        "/akeneo/api/rest/v1/products-uuid/" + uuid,
        "{\"enabled\": false}",
        Map.of("Authorization", "Bearer " + token()));

    await().until(() -> hub.notices().size() == 1);
    RawNotice event = hub.notices().get(0);
    assertThat(event.path()).isEqualTo("/webhooks/akeneo/product-event");
    assertThat(verified(event)).isEqualTo(uuid);
    RawNotice forged =
        new RawNotice(
            event.method(),
            event.path(),
            event.headers(),
            event.query(),
            "{\"id\": \"1\"}".getBytes(StandardCharsets.UTF_8),
            Instant.now());
    assertThat(catchThrowableOfType(NoticeRefused.class, () -> verified(forged)).reason())
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(akeneo.notices().get("product-event").trust()).isEqualTo(Trust.SIGNED);
  }

  private String verified(RawNotice event) throws NoticeRefused {
    JsonNode body = akeneo.notices().get("product-event").verify(event).body();
    return body.path("data").path("product").path("uuid").asText();
  }

  private String token() throws IOException {
    String client =
        sandbox.setting("akeneo", "client-id") + ":" + sandbox.setting("akeneo", "client-secret");
    String grant =
        JSON.createObjectNode()
            .put("grant_type", "password")
            .put("username", sandbox.setting("akeneo", "username"))
            .put("password", sandbox.setting("akeneo", "password"))
            .toString();
    String basic =
        java.util.Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    String answer =
        sandbox
            .send(
                "POST",
                "/akeneo/api/oauth/v1/token",
                grant,
                Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"))
            .body();
    assertThat(answer).contains("\"expires_in\":3600", "\"refresh_token\"", "\"scope\":null");
    return JSON.readTree(answer).path("access_token").asText();
  }

  private String raw(String path, String token) {
    return sandbox.send("GET", path, "", Map.of("Authorization", "Bearer " + token)).body();
  }

  private PagedOperation operation(String name) {
    return (PagedOperation) akeneo.operations().get(name);
  }

  private List<JsonNode> all(String operation, String document) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      PartnerPage page = operation(operation).page(call(document), cursor);
      page.answer().body().forEach(all::add);
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  private PartnerException failure(String operation, String document) {
    return catchThrowableOfType(
        PartnerException.class, () -> akeneo.operations().get(operation).call(call(document)));
  }

  private static PartnerCall call(String document) throws IOException {
    return new PartnerCall(JSON.readTree(document), "k", UUID.randomUUID(), Duration.ofSeconds(10));
  }

  /** The time of both, which a test lets pass. */
  private static final class LaterClock extends Clock {
    private volatile Duration later = Duration.ZERO;

    void passes(Duration time) {
      later = later.plus(time);
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(later);
    }
  }
}
