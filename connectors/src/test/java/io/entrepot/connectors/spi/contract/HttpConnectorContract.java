package io.entrepot.connectors.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.TestResult;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for each connector over HTTP, whatever stands at the other end. */
public abstract class HttpConnectorContract extends ConnectorContract {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final String JSON = "application/json";
  private static final String UNLISTED = "CODE_THAT_NOBODY_LISTED";

  private final RoguePartner partner = new RoguePartner();

  /** The partner's codes and what they mean; empty if it has none of its own. */
  protected abstract Map<String, ErrorClass> errorTable();

  /** The operation with which the codes are shown. */
  protected String errorOperation() {
    return documents().keySet().iterator().next();
  }

  /** How the partner says that code. */
  protected String errorBody(String code) {
    return "{\"code\":\"" + code + "\",\"message\":\"no\"}";
  }

  /** With which status. */
  protected int errorStatus() {
    return 400;
  }

  @AfterEach
  void close() {
    partner.close();
  }

  @Test
  void pageInPlaceOfJsonIsABadAnswer() {
    partner.answers(200, "text/html", "<!doctype html><h1>502 Bad Gateway</h1>");
    everyOperationEndsWith(ErrorClass.BAD_ANSWER, LONG);
  }

  @Test
  void brokenJsonIsABadAnswer() {
    for (String body : new String[] {"{\"a\":", "{}{}", "nonsense"}) {
      partner.answers(200, JSON, body);
      everyOperationEndsWith(ErrorClass.BAD_ANSWER, LONG);
    }
  }

  @Test
  void hugeAnswerIsBrokenOff() {
    partner.answers(200, JSON, "[\"" + "x".repeat(3_000_000) + "\"]");
    everyOperationEndsWith(ErrorClass.BAD_ANSWER, LONG);
  }

  @Test
  void answerThatNeverEndsIsATimeout() {
    partner.drips();
    everyOperationEndsWith(ErrorClass.TIMEOUT, SHORT);
  }

  @Test
  void noAnswerIsATimeout() {
    partner.saysNothing();
    everyOperationEndsWith(ErrorClass.TIMEOUT, SHORT);
  }

  @Test
  void droppedConnectionIsATimeoutForTheWorkMayBeDone() {
    partner.drops();
    everyOperationEndsWith(ErrorClass.TIMEOUT, LONG);
  }

  @Test
  void errorOfTheServerIsItsOwn() {
    partner.answers(500, "text/plain", "");
    everyOperationEndsWith(ErrorClass.SERVER_ERROR, LONG);
    partner.answers(503, "text/html", "<h1>down</h1>");
    everyOperationEndsWith(ErrorClass.SERVER_ERROR, LONG);
  }

  @Test
  void refusedCredentialIsOurBug() {
    partner.answers(401, "text/plain", "");
    everyOperationEndsWith(ErrorClass.OUR_BUG, LONG);
  }

  @Test
  void redirectIsNotFollowed() {
    partner.answers(302, "text/plain", "", Map.of("Location", partner.url() + "/elsewhere"));
    everyOperationEndsWith(ErrorClass.BAD_ANSWER, LONG);
  }

  @Test
  void tooManyCallsIsALimitWithItsPause() {
    partner.answers(429, "text/plain", "", Map.of("Retry-After", "7"));

    everyOperation(
        LONG,
        failed -> {
          assertThat(failed.errorClass()).isEqualTo(ErrorClass.RATE_LIMITED);
          assertThat(failed.retryAfter()).contains(Duration.ofSeconds(7));
        });
  }

  @Test
  void eachListedCodeMeansWhatTheTableSays() {
    for (Map.Entry<String, ErrorClass> listed : errorTable().entrySet()) {
      partner.answers(errorStatus(), JSON, errorBody(listed.getKey()));

      assertThat(endOf(errorOperation())).as(listed.getKey()).isEqualTo(listed.getValue().name());
    }
  }

  @Test
  void unlistedCodeIsOfUnknownOutcome() {
    if (!errorTable().isEmpty()) {
      partner.answers(errorStatus(), JSON, errorBody(UNLISTED));

      assertThat(endOf(errorOperation())).isEqualTo(ErrorClass.UNKNOWN_OUTCOME.name());
    }
  }

  @Test
  void connectionTestTellsWhatIsWrong() {
    partner.answers(401, "text/plain", "");
    assertThat(testFails()).contains("credentials");
    partner.answers(200, "text/html", "<h1>parked domain</h1>");
    assertThat(testFails()).contains("HTML");
    partner.answers(302, "text/plain", "", Map.of("Location", "https://elsewhere.test"));
    assertThat(testFails()).contains("base address");
    partner.answers(500, "text/plain", "");
    assertThat(testFails()).contains("500");
  }

  private String testFails() {
    TestResult test = configured(partner.url()).test();
    assertThat(test.ok()).isFalse();
    noSecretIn(test.detail());
    return test.detail();
  }

  /** A payment's "no" is an answer, and means the same as the exception. */
  private String endOf(String operation) {
    try {
      PartnerAnswer answer = answered(configured(partner.url()), operation);
      return answer.body().path("result").asText("an answer");
    } catch (PartnerException e) {
      noSecretIn(String.valueOf(e.getMessage()));
      return e.errorClass().name();
    }
  }

  private void everyOperationEndsWith(ErrorClass kind, Duration timeout) {
    everyOperation(timeout, failed -> assertThat(failed.errorClass()).isEqualTo(kind));
  }

  private void everyOperation(Duration timeout, Consumer<PartnerException> end) {
    Connector there = configured(partner.url());
    for (String operation : documents().keySet()) {
      long start = System.nanoTime();
      end.accept(failed(there, operation, timeout));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(operation)
          .isLessThan(Duration.ofSeconds(9));
    }
  }
}
