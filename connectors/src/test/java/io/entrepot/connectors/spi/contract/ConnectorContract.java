package io.entrepot.connectors.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.Surroundings;
import io.entrepot.connectors.spi.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What holds for each connector. Its settings are those of development, with a server in the
 * sandbox's and the mail sink's place that does what the test needs.
 */
public abstract class ConnectorContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "Secret0Secret0Secret0Secret0";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** A new one, that reads its settings there. */
  protected abstract Connector connector(PartnerSettingsSource source);

  /** For each operation a document that it takes. */
  protected abstract Map<String, String> documents();

  /** Set beside the development settings. */
  protected Map<String, String> moreSettings() {
    return Map.of();
  }

  @Test
  void withoutSettingsItIsThereAndSaysWhatIsMissing() {
    Connector bare = connector(id -> PartnerSettings.of(id, Map.of()));

    assertThat(bare.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(bare.configured()).isFalse();
    assertThat(bare.test().ok()).isFalse();
    assertThat(bare.test().detail()).contains("entrepot.partners." + bare.id() + ".");
    assertThat(bare.limit()).isNotNull();
    bare.operations()
        .forEach(
            (name, operation) ->
                assertThatThrownBy(() -> operation.call(call(document(name), TIMEOUT)))
                    .as(name)
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("entrepot.partners." + bare.id() + "."));
  }

  @Test
  void everyOperationHasADocumentHere() {
    Connector bare = connector(id -> PartnerSettings.of(id, Map.of()));

    assertThat(documents().keySet()).isEqualTo(bare.operations().keySet());
    assertThat(documents().keySet()).allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(bare.notices().keySet()).allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void developmentSettingsConfigureItAndAreTheSameEachTime() {
    Connector there = configured(freePort());

    assertThat(there.configured()).isTrue();
    assertThat(settings(there, freePort()).keySet())
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    URI somewhere = freePort();
    assertThat(settings(there, somewhere)).isEqualTo(settings(there, somewhere));
  }

  @Test
  void limitLetsCallsThrough() {
    RateLimit limit = configured(freePort()).limit();

    assertThat(limit.calls()).isPositive();
    assertThat(limit.period()).isPositive();
  }

  @Test
  void partnerThatIsNotThereIsARefusedConnection() {
    Connector there = configured(freePort());

    for (String operation : documents().keySet()) {
      assertThat(failed(there, operation, TIMEOUT).errorClass())
          .as(operation)
          .isEqualTo(ErrorClass.REFUSED_CONNECTION);
    }
    TestResult test = there.test();
    assertThat(test.ok()).isFalse();
    assertThat(test.detail()).isNotBlank();
    noSecretIn(test.detail());
  }

  @Test
  void nothingItSaysOfItselfHoldsASecret() {
    Connector there = configured(freePort());

    noSecretIn(there.toString());
    noSecretIn(there.sandbox().toString());
    noSecretIn(there.notices().toString());
    noSecretIn(there.operations().toString());
  }

  /** One that finds a server there instead of its partner. */
  protected final Connector configured(URI server) {
    Connector bare = connector(id -> PartnerSettings.of(id, Map.of()));
    Map<String, String> settings = new HashMap<>(settings(bare, server));
    settings.putAll(moreSettings());
    return connector(id -> PartnerSettings.of(id, settings));
  }

  private static Map<String, String> settings(Connector connector, URI server) {
    URI smtp = URI.create("smtp://" + server.getAuthority());
    Surroundings around =
        new Surroundings(
            server, smtp, URI.create("http://hub.test"), name -> SECRET + name.replace("-", ""));
    return new TreeMap<>(connector.developmentSettings().in(around));
  }

  protected final PartnerAnswer answered(Connector there, String operation)
      throws PartnerException {
    return there.operations().get(operation).call(call(document(operation), TIMEOUT));
  }

  /** How the call failed; its texts hold no secret. */
  protected final PartnerException failed(Connector there, String operation, Duration timeout) {
    PartnerException failed =
        catchThrowableOfType(
            PartnerException.class,
            () -> there.operations().get(operation).call(call(document(operation), timeout)));
    assertThat(failed).as(operation + " must fail").isNotNull();
    assertThat(failed.code()).as(operation).isNotBlank();
    assertThat(failed.getMessage()).as(operation).isNotBlank();
    noSecretIn(failed.code() + failed.getMessage() + failed);
    return failed;
  }

  /** Secrets of development all begin alike. */
  protected static void noSecretIn(String text) {
    assertThat(text).doesNotContain(SECRET);
  }

  private JsonNode document(String operation) {
    try {
      return JSON.readTree(documents().getOrDefault(operation, "{}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PartnerCall call(JsonNode document, Duration timeout) {
    return new PartnerCall(document, "key-" + UUID.randomUUID(), UUID.randomUUID(), timeout);
  }

  /** Of a port that was free a moment ago. */
  private static URI freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
