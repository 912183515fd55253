package io.entrepot.connectors.buyerbot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.time.Duration;

/** The bot's one endpoint. */
final class BuyerBotClient {
  private final BuyerBotProperties properties;
  private final PartnerHttp http;

  BuyerBotClient(BuyerBotProperties properties, PartnerHttp http) {
    this.properties = properties;
    this.http = http;
  }

  static BuyerBotClient of(PartnerSettings settings) {
    BuyerBotProperties properties = BuyerBotProperties.of(settings);
    return new BuyerBotClient(properties, new PartnerHttp(properties.http()));
  }

  /** Takes {@code {orderId, amount, orderName, …}} and adds where the browser comes back to. */
  PartnerAnswer openWindow(PartnerCall call) throws PartnerException {
    if (!(call.body() instanceof ObjectNode asked)) {
      throw new PartnerException(ErrorClass.OUR_BUG, "WRONG_REQUEST", "the body is no object");
    }
    ObjectNode body =
        asked
            .deepCopy()
            .put("successUrl", properties.successUrl().toString())
            .put("failUrl", properties.failUrl().toString());
    HttpCall request = HttpCall.post(properties.http().at("/v1/windows"), body, call.timeout());
    return http.send(request.with("Idempotency-Key", call.idempotencyKey())).orThrow();
  }

  void ping(Duration timeout) throws PartnerException {
    http.send(HttpCall.get(properties.http().at("/v1/windows"), timeout)).orThrow();
  }
}
