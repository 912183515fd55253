package io.entrepot.connectors.buyerbot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.util.List;

/** Takes orders to pay: 202 once they are in the books; a repeated one hears the same. */
final class SimulatedBot implements SimulatedPartner {
  private static final String WINDOWS = "/v1/windows";

  private final SandboxSite site;
  private final SimulatedBuyers buyers;
  private final SimulatedShopper shopper;

  SimulatedBot(PartnerSettings account, SandboxSite site, SimulatedBuyers buyers) {
    this.site = site;
    this.buyers = buyers;
    this.shopper = new SimulatedShopper(account, site, buyers);
  }

  @Override
  public void resume() {
    buyers.unfinished().forEach(shopper::send);
  }

  @Override
  public SandboxAnswer answer(SandboxRequest request) {
    if (!request.path().equals(WINDOWS)) {
      return refused(404, "NOT_FOUND", "there is nothing at this address");
    }
    if (request.method().equals("GET")) {
      return SandboxAnswer.json(200, "{\"waiting\":" + buyers.unfinished().size() + "}");
    }
    JsonNode asked = request.json();
    if (asked.path("orderId").asText().isBlank()
        || !asked.path("amount").isNumber()
        || asked.path("successUrl").asText().isBlank()
        || asked.path("failUrl").asText().isBlank()) {
      return refused(422, "INVALID_WINDOW", "orderId, amount, successUrl and failUrl are needed");
    }
    buyers.ask(site, asked).ifPresent(shopper::send);
    return SandboxAnswer.json(202, "{\"accepted\":true}");
  }

  private static SandboxAnswer refused(int status, String code, String message) {
    return SandboxAnswer.json(
        status, JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
  }

  @Override
  public BooksSummary summary() {
    return buyers.summary();
  }

  @Override
  public List<BooksTable> tables(int rowsMax) {
    return List.of(buyers.table(rowsMax));
  }
}
