package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** What Toss writes into its books. */
final class SimulatedTossEntries {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final DateTimeFormatter KEY_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Seoul"));

  private SimulatedTossEntries() {}

  static ObjectNode window(String orderId, long amount, String orderName, Instant now) {
    return entry("window", "tsbx" + KEY_TIME.format(now) + hex(6), now)
        .put("orderId", orderId)
        .put("amount", amount)
        .put("orderName", orderName);
  }

  static ObjectNode authorised(SimulatedPayment payment, Instant now) {
    return entry("authorised", payment.paymentKey(), now);
  }

  static ObjectNode confirmed(SimulatedPayment payment, Instant now) {
    return entry("confirmed", payment.paymentKey(), now)
        .put("orderId", payment.orderId())
        .put("amount", payment.amount())
        .put("transactionKey", hex(16));
  }

  static ObjectNode declined(SimulatedPayment payment, String code, Instant now) {
    return entry("declined", payment.paymentKey(), now)
        .put("orderId", payment.orderId())
        .put("code", code);
  }

  static ObjectNode cancelled(SimulatedPayment payment, long amount, String reason, Instant now) {
    return entry("cancelled", payment.paymentKey(), now)
        .put("orderId", payment.orderId())
        .put("amount", amount)
        .put("reason", reason)
        .put("transactionKey", hex(16));
  }

  private static ObjectNode entry(String type, String paymentKey, Instant now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("paymentKey", paymentKey)
        .put("at", now.toString());
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().withUpperCase().formatHex(random);
  }
}
