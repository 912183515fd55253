package io.entrepot.connectors.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the faults of a simulated partner do to the real client, over the wire: each has its class,
 * and repeated with the same idempotency key the work is done once.
 */
public abstract class SandboxContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(400);

  private Connector connector;
  private RunningSandbox sandbox;

  protected abstract Connector connector(PartnerSettingsSource source);

  /** An operation that does something. */
  protected abstract String operation();

  /** A document for work that was not done before; prepares it at the partner if need be. */
  protected abstract String document(RunningSandbox running, int number);

  /** The count in the books that goes up by one for each work done. */
  protected abstract String count();

  @BeforeEach
  void open() {
    sandbox =
        RunningSandbox.inMemory(
            source -> {
              connector = connector(source);
              return Stream.of(connector);
            });
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void requestThatHangsIsATimeoutAndNothingIsDone() throws Exception {
    assertThat(struck("hang", SHORT, 0).errorClass()).isEqualTo(ErrorClass.TIMEOUT);
  }

  @Test
  void answerThatComesTooLateIsATimeoutThoughTheWorkIsDone() throws Exception {
    assertThat(struck("slow", SHORT, 1).errorClass()).isEqualTo(ErrorClass.TIMEOUT);
  }

  @Test
  void errorBeforeTheWorkIsOneOfTheServer() throws Exception {
    assertThat(struck("error-before", LONG, 0).errorClass()).isEqualTo(ErrorClass.SERVER_ERROR);
  }

  @Test
  void errorAfterTheWorkIsOneOfTheServer() throws Exception {
    assertThat(struck("error-after", LONG, 1).errorClass()).isEqualTo(ErrorClass.SERVER_ERROR);
  }

  @Test
  void tooManyCallsIsALimitWithItsPause() throws Exception {
    PartnerException limited = struck("rate-limit", LONG, 0);

    assertThat(limited.errorClass()).isEqualTo(ErrorClass.RATE_LIMITED);
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(1));
  }

  @Test
  void droppedConnectionAfterTheWorkIsATimeout() throws Exception {
    assertThat(struck("drop-after", LONG, 1).errorClass()).isEqualTo(ErrorClass.TIMEOUT);
  }

  @Test
  void pageInPlaceOfJsonIsABadAnswer() throws Exception {
    assertThat(struck("html", LONG, 1).errorClass()).isEqualTo(ErrorClass.BAD_ANSWER);
  }

  @Test
  void revokedCredentialIsOurBug() throws Exception {
    if (faults().contains("token-revoked")) {
      assertThat(struck("token-revoked", LONG, 0).errorClass()).isEqualTo(ErrorClass.OUR_BUG);
      sandbox.fault(connector.id(), "token-revoked", 1);
      assertThat(connector.test().ok()).isFalse();
    }
    assertThat(connector.test().ok()).isTrue();
  }

  @Test
  void partnerWithAWrongClockIsServedAllTheSame() throws Exception {
    JsonNode document = JSON.readTree(document(sandbox, 1));
    sandbox.fault(connector.id(), "clock-skew", 1);

    assertThat(call(document, LONG)).isNotNull();
    assertThat(done()).isEqualTo(1);
  }

  @Test
  void everyFaultIsExplained() {
    JsonNode faults = desk();

    assertThat(faults).hasSizeGreaterThanOrEqualTo(9);
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.path("name").asText()).matches("[a-z]+(-[a-z]+)*");
              assertThat(fault.path("meaning").asText()).hasSizeGreaterThan(10);
            });
  }

  /** The failure; then the same call succeeds, and all is done once. */
  private PartnerException struck(String fault, Duration timeout, int doneByThen) throws Exception {
    JsonNode document = JSON.readTree(document(sandbox, 1));
    sandbox.fault(connector.id(), fault, 1);

    PartnerException failed =
        catchThrowableOfType(PartnerException.class, () -> call(document, timeout));

    assertThat(failed).as("a call struck by %s", fault).isNotNull();
    assertThat(failed.getMessage()).doesNotContain("Secret0");
    assertThat(done()).as("done after %s", fault).isEqualTo(doneByThen);
    assertThat(call(document, LONG)).isNotNull();
    assertThat(done()).as("done in the end").isEqualTo(1);
    return failed;
  }

  private PartnerAnswer call(JsonNode document, Duration timeout) throws PartnerException {
    return connector
        .operations()
        .get(operation())
        .call(new PartnerCall(document, "the-same-key", UUID.randomUUID(), timeout));
  }

  private long done() {
    return sandbox.count(connector.id(), count());
  }

  private Set<String> faults() {
    Set<String> names = new HashSet<>();
    desk().forEach(fault -> names.add(fault.path("name").asText()));
    return names;
  }

  private JsonNode desk() {
    return RunningSandbox.json(
            sandbox.send("GET", "/_sandbox/" + connector.id() + "/faults", "", Map.of()))
        .path("faults");
  }
}
