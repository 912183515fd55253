package io.entrepot.connectors.wms;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.time.Duration;

/** The warehouse's endpoints. */
final class WmsClient {
  private final WmsProperties properties;
  private final PartnerHttp http;

  WmsClient(WmsProperties properties, PartnerHttp http) {
    this.properties = properties;
    this.http = http;
  }

  static WmsClient of(PartnerSettings settings) {
    WmsProperties properties = WmsProperties.of(settings);
    return new WmsClient(properties, new PartnerHttp(properties.http()));
  }

  /** Answers {@code {shipment_id, status}}. */
  PartnerAnswer createShipment(PartnerCall call) throws PartnerException {
    HttpCall request =
        HttpCall.post(properties.http().at("/v1/shipments"), call.body(), call.timeout());
    return send(request.with("Idempotency-Key", call.idempotencyKey()));
  }

  /** Asks for a shipment that cannot exist: 404 shows that address and key are right. */
  void ping(Duration timeout) throws PartnerException {
    try {
      send(HttpCall.get(properties.http().at("/v1/shipments/connection-test"), timeout));
    } catch (PartnerException e) {
      if (!e.code().equals("NOT_FOUND")) {
        throw e;
      }
    }
  }

  private PartnerAnswer send(HttpCall call) throws PartnerException {
    HttpAnswer answer =
        http.send(call.with("Authorization", "Bearer " + properties.apiKey().reveal()));
    if (!answer.ok()) {
      throw WmsErrors.TABLE.of(answer);
    }
    return answer.orThrow();
  }
}
