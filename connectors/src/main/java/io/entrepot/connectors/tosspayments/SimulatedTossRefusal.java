package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import java.util.Locale;
import java.util.Map;

/** An error answer of Toss: always {@code {"code", "message"}}. */
final class SimulatedTossRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("ALREADY_CANCELED_PAYMENT", 400),
          Map.entry("ALREADY_PROCESSED_PAYMENT", 400),
          Map.entry("BELOW_MINIMUM_AMOUNT", 400),
          Map.entry("INVALID_IDEMPOTENCY_KEY", 400),
          Map.entry("INVALID_ORDER_ID", 400),
          Map.entry("INVALID_REQUEST", 400),
          Map.entry("INVALID_STOPPED_CARD", 400),
          Map.entry("INVALID_TEST_CODE", 400),
          Map.entry("PAY_PROCESS_CANCELED", 400),
          Map.entry("PROVIDER_ERROR", 400),
          Map.entry("UNAUTHORIZED_KEY", 401),
          Map.entry("FORBIDDEN_CONSECUTIVE_REQUEST", 403),
          Map.entry("FORBIDDEN_REQUEST", 403),
          Map.entry("NOT_CANCELABLE_AMOUNT", 403),
          Map.entry("NOT_CANCELABLE_PAYMENT", 403),
          Map.entry("REJECT_ACCOUNT_PAYMENT", 403),
          Map.entry("REJECT_CARD_COMPANY", 403),
          Map.entry("NOT_FOUND", 404),
          Map.entry("NOT_FOUND_PAYMENT", 404),
          Map.entry("NOT_FOUND_PAYMENT_SESSION", 404),
          Map.entry("IDEMPOTENT_REQUEST_PROCESSING", 409),
          Map.entry("FAILED_INTERNAL_SYSTEM_PROCESSING", 500),
          Map.entry("FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", 500),
          Map.entry("UNKNOWN_ERROR", 500));

  private final String code;

  private SimulatedTossRefusal(String code) {
    // Part of the conversation, not a fault: no stack trace.
    super(code, null, false, false);
    this.code = code;
  }

  static boolean known(String code) {
    return STATUS.containsKey(code);
  }

  static SimulatedTossRefusal of(String code) {
    return new SimulatedTossRefusal(code);
  }

  SandboxAnswer answer() {
    return SandboxAnswer.json(
        STATUS.getOrDefault(code, 400),
        JsonNodeFactory.instance
            .objectNode()
            .put("code", code)
            .put("message", "sandbox: " + code.toLowerCase(Locale.ROOT).replace('_', ' ')));
  }
}
