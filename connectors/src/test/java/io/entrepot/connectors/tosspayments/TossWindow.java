package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.util.Map;

/** A buyer at Toss's window. */
final class TossWindow {
  private TossWindow() {}

  static String open(RunningSandbox sandbox, String orderId, long amount) {
    String body =
        "{\"orderId\":\"" + orderId + "\",\"amount\":" + amount + ",\"orderName\":\"knit\"}";
    return RunningSandbox.json(sandbox.send("POST", "/toss-payments/_window", body, Map.of()))
        .path("paymentKey")
        .asText();
  }

  static String authorise(RunningSandbox sandbox, String orderId, long amount) {
    String paymentKey = open(sandbox, orderId, amount);
    sandbox.send(
        "POST",
        "/toss-payments/_window/" + paymentKey + "/authorise",
        "{\"successUrl\":\"http://hub.test/ok\",\"failUrl\":\"http://hub.test/no\"}",
        Map.of());
    return paymentKey;
  }
}
