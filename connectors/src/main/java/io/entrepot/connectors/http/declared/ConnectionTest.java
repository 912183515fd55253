package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.TestResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** {@code test:} — asks something harmless and says in words what stands in the way. */
final class ConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Declaration declaration;
  private final PartnerSettings settings;
  private final Map<String, Operation> operations;

  ConnectionTest(
      Declaration declaration, PartnerSettings settings, Map<String, Operation> operations) {
    this.declaration = declaration;
    this.settings = settings;
    this.operations = operations;
  }

  TestResult run() {
    List<String> missing =
        declaration.settings().values().stream()
            .map(DeclaredSetting::name)
            .filter(name -> settings.find(name).isEmpty())
            .map(settings::key)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      return TestResult.failed("not configured: set " + String.join(", ", missing));
    }
    TestCall test = declaration.test();
    if (test == null) {
      return TestResult.failed("nothing was asked: the file has no 'test:'");
    }
    Operation operation =
        Objects.requireNonNull(operations.get(test.operation()), "checked when the file was read");
    return ask(test, operation);
  }

  private static TestResult ask(TestCall test, Operation operation) {
    String key = "connection-test-" + UUID.randomUUID();
    try {
      PartnerAnswer answer =
          operation.call(new PartnerCall(test.document(), key, UUID.randomUUID(), PATIENCE));
      return TestResult.passed(
          "%s answered %d in %d ms: address and credentials are accepted"
              .formatted(test.operation(), answer.status(), answer.latency().toMillis()));
    } catch (PartnerException e) {
      return test.passes().contains(e.code())
          ? TestResult.passed("address and credentials are accepted (" + e.code() + ")")
          : TestResult.failed(diagnosis(e));
    } catch (SettingException e) {
      return TestResult.failed(String.valueOf(e.getMessage()));
    }
  }

  private static String diagnosis(PartnerException e) {
    String advice =
        switch (e.errorClass()) {
          case REFUSED_CONNECTION -> unreached(e);
          case TIMEOUT -> "it does not answer in time: check base-url, a firewall may drop us";
          case OUR_BUG -> "credentials or request are not accepted: check the settings";
          case RATE_LIMITED -> "it answers, but we call too often: wait and test again";
          case SERVER_ERROR -> "it is reached and in trouble itself: ask the partner";
          case BAD_ANSWER -> "something else answers there: check the base address, base-url";
          case CLIENT_ERROR, DECLINED -> "it is reached and refuses this call";
          case UNKNOWN_OUTCOME -> "it is reached and says what the file does not list";
        };
    return e.errorClass() + ", " + e.getMessage() + "; " + advice;
  }

  /** Whose door was shut: the partner's, or that of the token server that comes first. */
  private static String unreached(PartnerException e) {
    boolean itself =
        e.code().equals(e.errorClass().name())
            && !String.valueOf(e.getMessage()).startsWith("no token");
    return itself
        ? "nobody listens there: check base-url, and the network"
        : "there is no token, so the partner itself was not asked: check the token server's"
            + " address, and what proves who we are";
  }
}
