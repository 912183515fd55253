package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PaymentConfirmation;
import io.entrepot.connectors.spi.PaymentRefund;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.core.money.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Toss's endpoints; each answers the payment object. */
final class TossPaymentsClient {
  private final TossPaymentsProperties properties;
  private final PartnerHttp http;

  TossPaymentsClient(TossPaymentsProperties properties, PartnerHttp http) {
    this.properties = properties;
    this.http = http;
  }

  static TossPaymentsClient of(PartnerSettings settings) {
    TossPaymentsProperties properties = TossPaymentsProperties.of(settings);
    return new TossPaymentsClient(properties, new PartnerHttp(properties.http()));
  }

  JsonNode confirm(PaymentConfirmation payment, Duration timeout) throws PartnerException {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("paymentKey", payment.providerKey())
            .put("orderId", payment.paymentId());
    amount(body, "amount", payment.amount());
    return post("/v1/payments/confirm", body, "confirm:" + payment.paymentId(), timeout);
  }

  JsonNode byOrderId(String orderId, Duration timeout) throws PartnerException {
    return get("/v1/payments/orders/" + encoded(orderId), timeout);
  }

  JsonNode cancel(PaymentRefund refund, Duration timeout) throws PartnerException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("cancelReason", refund.reason());
    amount(body, "cancelAmount", refund.amount());
    String path = "/v1/payments/" + encoded(refund.providerKey()) + "/cancel";
    return post(path, body, "cancel:" + refund.refundId(), timeout);
  }

  /** Asks for a payment that cannot exist: 404 shows that address and key are right. */
  void ping(Duration timeout) throws PartnerException {
    try {
      byOrderId("entrepot-connection-test", timeout);
    } catch (PartnerException e) {
      if (!e.code().equals("NOT_FOUND_PAYMENT")) {
        throw e;
      }
    }
  }

  /** The colon ends the user name; without it Toss answers 401. The password is empty. */
  static String authorization(Secret secretKey) {
    byte[] user = (secretKey.reveal() + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(user);
  }

  private JsonNode get(String path, Duration timeout) throws PartnerException {
    return send(HttpCall.get(properties.http().at(path), timeout));
  }

  private JsonNode post(String path, JsonNode body, String idempotencyKey, Duration timeout)
      throws PartnerException {
    HttpCall call = HttpCall.post(properties.http().at(path), body, timeout);
    return send(call.with("Idempotency-Key", idempotencyKey));
  }

  private JsonNode send(HttpCall call) throws PartnerException {
    HttpAnswer answer =
        http.send(
            call.with("Authorization", authorization(properties.secretKey()))
                .with("Accept-Language", "en-US"));
    if (!answer.ok()) {
      throw TossPaymentsErrors.of(answer);
    }
    return answer.json();
  }

  /** A JSON number in major units: 15000 for won, 181.56 for dollars. */
  private static void amount(ObjectNode body, String name, Money amount) {
    if (amount.major().scale() == 0) {
      body.put(name, amount.minor());
    } else {
      body.put(name, amount.major());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
