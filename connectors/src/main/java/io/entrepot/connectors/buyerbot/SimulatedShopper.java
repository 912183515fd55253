package io.entrepot.connectors.buyerbot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice.Envelope;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Goes to the window, decides, and follows the browser back to the shop until it is there. */
final class SimulatedShopper {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PartnerSettings account;
  private final SandboxSite site;
  private final SimulatedBuyers buyers;

  SimulatedShopper(PartnerSettings account, SandboxSite site, SimulatedBuyers buyers) {
    this.account = account;
    this.site = site;
    this.buyers = buyers;
  }

  /** Starts after {@code sandbox-think-millis}, 50 by default. */
  void send(SimulatedBuyer buyer) {
    Duration thinks = Duration.ofMillis(account.number("sandbox-think-millis", 0, 3_600_000, 50));
    if (buyer.returnUrl() != null) {
      goBack(buyer, buyer.returnUrl());
    } else if (site.faults().strikes(BuyerBotSandbox.NEVER_PAYS)) {
      buyers.lost(site, buyer, "never came");
    } else {
      boolean pays = !site.faults().strikes(BuyerBotSandbox.GIVES_UP);
      site.errands().start("paying " + buyer.orderId(), thinks, () -> chose(buyer, pays));
    }
  }

  private boolean chose(SimulatedBuyer buyer, boolean pays)
      throws IOException, InterruptedException {
    URI window = URI.create(account.require("sandbox-window-url"));
    HttpResponse<String> opened = post(window, order(buyer));
    if (opened.statusCode() != 200) {
      return refused(buyer, opened);
    }
    String choice =
        "/" + json(opened).path("paymentKey").asText() + (pays ? "/authorise" : "/cancel");
    HttpResponse<String> chosen = post(URI.create(window + choice), addresses(buyer));
    if (chosen.statusCode() != 200) {
      return refused(buyer, chosen);
    }
    URI back = URI.create(json(chosen).path("returnUrl").asText());
    goBack(buyers.sentTo(site, buyer, back), back);
    return true;
  }

  /** A window in trouble is tried again; one that says no has spoken. */
  private boolean refused(SimulatedBuyer buyer, HttpResponse<String> answer) {
    if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
      return false;
    }
    buyers.lost(site, buyer, json(answer).path("code").asText("status " + answer.statusCode()));
    return true;
  }

  /** Follows the browser until the shop shows a page or a redirect: it has taken note then. */
  private void goBack(SimulatedBuyer buyer, URI address) {
    site.notices()
        .send(
            new OutgoingNotice(
                buyer.orderId(),
                "returning " + buyer.orderId(),
                genuine -> Envelope.get(address),
                answer -> answer.statusCode() < 400,
                () -> buyers.returned(site, buyer)));
  }

  private HttpResponse<String> post(URI address, JsonNode body)
      throws IOException, InterruptedException {
    return site.caller().post(address, "application/json", body.toString(), Map.of());
  }

  private static ObjectNode order(SimulatedBuyer buyer) {
    ObjectNode order =
        JsonNodeFactory.instance
            .objectNode()
            .put("orderId", buyer.orderId())
            .put("orderName", buyer.orderName());
    BigDecimal amount = new BigDecimal(buyer.amount());
    return amount.scale() <= 0
        ? order.put("amount", amount.longValueExact())
        : order.put("amount", amount);
  }

  private static ObjectNode addresses(SimulatedBuyer buyer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("successUrl", buyer.successUrl())
        .put("failUrl", buyer.failUrl());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return Optional.ofNullable(JSON.readTree(answer.body())).orElseGet(JSON::createObjectNode);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
