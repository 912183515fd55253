package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What Akeneo does apart from a plain REST partner: four calls at once, its words at the token. */
final class SimulatedAkeneo implements SimulatedPartner {
  private static final int AT_ONCE_MAX = 4;
  private static final String TOKEN = "/api/oauth/v1/token";

  private final SimulatedPartner rest;
  private final AtomicInteger atOnce = new AtomicInteger();

  SimulatedAkeneo(SimulatedPartner rest) {
    this.rest = rest;
  }

  @Override
  public SandboxAnswer answer(SandboxRequest request) {
    try {
      return atOnce.incrementAndGet() > AT_ONCE_MAX
          ? SimulatedAkeneoVoice.said(429, "Too many requests at the same time")
              .with("Retry-After", "1")
          : spoken(request, rest.answer(request));
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private static SandboxAnswer spoken(SandboxRequest request, SandboxAnswer answer) {
    if (!request.path().equals(TOKEN)) {
      return answer;
    }
    if (answer.status() == 422) {
      return SimulatedAkeneoVoice.said(
          422,
          "Parameter \"client_id\" is missing or does not match any client, or secret is invalid");
    }
    if (answer.status() != 200) {
      return answer;
    }
    ObjectNode token = SimulatedAkeneoVoice.object(answer.body());
    return SandboxAnswer.json(200, token.putNull("scope"));
  }

  @Override
  public BooksSummary summary() {
    return rest.summary();
  }

  @Override
  public List<BooksTable> tables(int rowsMax) {
    return rest.tables(rowsMax);
  }

  @Override
  public void resume() {
    rest.resume();
  }
}
