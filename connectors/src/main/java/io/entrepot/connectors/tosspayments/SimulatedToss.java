package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.Admission;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.Replays;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxAuth;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Toss's front door: who may ask, what was asked before, and who answers. */
final class SimulatedToss implements SimulatedPartner {
  private static final int IDEMPOTENCY_KEY_LENGTH_MAX = 300;

  private final PartnerSettings account;
  private final Admission admission;
  private final SimulatedTossLedger ledger;
  private final Replays replays;
  private final SimulatedTossPayments payments;
  private final SimulatedTossWindow window;
  private final Clock clock;

  SimulatedToss(
      PartnerSettings account, SandboxSite site, SimulatedTossLedger ledger, Replays replays) {
    this.account = account;
    // The colon after the key ends the user name; without it Toss answers 401.
    this.admission = SandboxAuth.basicKey("secret-key").open(account, site);
    this.ledger = ledger;
    this.clock = site.clock();
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
      if (!admission.admits(request)) {
        throw SimulatedTossRefusal.of("UNAUTHORIZED_KEY");
      }
      refusedByTestCode(request, account.require("secret-key"));
      return request.method().equals("POST") ? once(request) : payments.answer(request);
    } catch (SimulatedTossRefusal refusal) {
      return refusal.answer();
    }
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

  @Override
  public synchronized List<BooksTable> tables(int rowsMax) {
    return List.of(ledger.table(clock.instant(), rowsMax));
  }
}
