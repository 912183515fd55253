package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Toss's front door: who may ask, what was asked before, and who answers. */
final class SimulatedToss implements SimulatedPartner {
  private static final int IDEMPOTENCY_KEY_LENGTH_MAX = 300;

  private final PartnerSettings account;
  private final SimulatedTossLedger ledger;
  private final SimulatedTossReplays replays;
  private final SimulatedTossPayments payments;
  private final SimulatedTossWindow window;

  SimulatedToss(
      PartnerSettings account,
      SandboxSite site,
      SimulatedTossLedger ledger,
      SimulatedTossReplays replays) {
    this.account = account;
    this.ledger = ledger;
    this.replays = replays;
    this.payments = new SimulatedTossPayments(site, ledger);
    this.window = new SimulatedTossWindow(site, ledger);
  }

  /** One request at a time: what one sees, no other changes meanwhile. */
  @Override
  public synchronized SandboxAnswer answer(SandboxRequest request) {
    try {
      if (request.path().startsWith("/_window")) {
        return window.answer(request);
      }
      String key = authenticated(request);
      refusedByTestCode(request, key);
      return request.method().equals("POST") ? once(request) : payments.answer(request);
    } catch (SimulatedTossRefusal refusal) {
      return refusal.answer();
    }
  }

  private String authenticated(SandboxRequest request) {
    String header = request.header("Authorization").orElse("");
    String expected = account.find("secret-key").orElse("");
    try {
      byte[] user = Base64.getDecoder().decode(header.replaceFirst("^Basic ", ""));
      if (!expected.isEmpty() && new String(user, StandardCharsets.UTF_8).equals(expected + ":")) {
        return expected;
      }
    } catch (IllegalArgumentException e) {
      // No base64: refused like any wrong key.
    }
    throw SimulatedTossRefusal.of("UNAUTHORIZED_KEY");
  }

  private static void refusedByTestCode(SandboxRequest request, String key) {
    Optional<String> code = request.header("TossPayments-Test-Code");
    if (code.isPresent() && key.startsWith("test_")) {
      throw SimulatedTossRefusal.of(
          SimulatedTossRefusal.known(code.get()) ? code.get() : "INVALID_TEST_CODE");
    }
  }

  /** The same idempotency key hears the same bytes, a refusal too. */
  private SandboxAnswer once(SandboxRequest request) {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isEmpty()) {
      return payments.answer(request);
    }
    if (key.get().length() > IDEMPOTENCY_KEY_LENGTH_MAX) {
      throw SimulatedTossRefusal.of("INVALID_IDEMPOTENCY_KEY");
    }
    String asked = request.path() + " " + key.get();
    return replays.find(asked).orElseGet(() -> replays.keep(asked, answered(request)));
  }

  private SandboxAnswer answered(SandboxRequest request) {
    try {
      return payments.answer(request);
    } catch (SimulatedTossRefusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public synchronized BooksSummary summary() {
    return ledger.summary();
  }
}
