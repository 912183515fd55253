package io.entrepot.connectors.tosspayments;

import static io.entrepot.connectors.spi.ErrorClass.DECLINED;
import static io.entrepot.connectors.spi.ErrorClass.OUR_BUG;
import static io.entrepot.connectors.spi.ErrorClass.RATE_LIMITED;

import io.entrepot.connectors.http.ErrorTable;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Toss's codes (docs.tosspayments.com/reference/error-codes) and what they mean for us. */
final class TossPaymentsErrors {
  /** Final for this payment: nothing was charged or given back, nor will be. */
  private static final List<String> NO =
      List.of(
          "ALREADY_CANCELED_PAYMENT",
          "BELOW_MINIMUM_AMOUNT",
          "BELOW_ZERO_AMOUNT",
          "EXCEED_MAX_AMOUNT",
          "EXCEED_MAX_AUTH_COUNT",
          "EXCEED_MAX_CARD_INSTALLMENT_PLAN",
          "EXCEED_MAX_DAILY_PAYMENT_COUNT",
          "EXCEED_MAX_ONE_DAY_AMOUNT",
          "EXCEED_MAX_PAYMENT_AMOUNT",
          "EXCEED_MAX_REFUND_AMOUNT",
          "EXCEED_MAX_REFUND_DUE",
          "FORBIDDEN_REQUEST",
          "INVALID_CARD_EXPIRATION",
          "INVALID_CARD_INSTALLMENT_PLAN",
          "INVALID_CARD_LOST_OR_STOLEN",
          "INVALID_CARD_NUMBER",
          "INVALID_PASSWORD",
          "INVALID_PAYMENT_KEY",
          "INVALID_REFUND_AMOUNT",
          "INVALID_REJECT_CARD",
          "INVALID_STOPPED_CARD",
          "NOT_ALLOWED_PARTIAL_REFUND",
          "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT",
          "NOT_CANCELABLE_AMOUNT",
          "NOT_CANCELABLE_PAYMENT",
          "NOT_FOUND_PAYMENT_SESSION",
          "NOT_MATCHES_REFUNDABLE_AMOUNT",
          "NOT_SUPPORTED_METHOD",
          "NOT_SUPPORTED_REFUND",
          "PAY_PROCESS_ABORTED",
          "PAY_PROCESS_CANCELED",
          "REFUND_REJECTED",
          "REJECT_ACCOUNT_PAYMENT",
          "REJECT_CARD_COMPANY",
          "REJECT_CARD_PAYMENT");

  /** Our key, our request or our account is wrong; a person must act. */
  private static final List<String> OURS =
      List.of(
          "INVALID_API_KEY",
          "INVALID_AUTHORIZE_AUTH",
          "INVALID_IDEMPOTENCY_KEY",
          "INVALID_ORDER_ID",
          "INVALID_REQUEST",
          "INVALID_REQUIRED_PARAM",
          "INVALID_TEST_CODE",
          "NOT_FOUND_MERCHANT",
          "UNAUTHORIZED_KEY");

  /** Done by an earlier call, ours or not: ask and compare, never believe. */
  private static final Set<String> DONE_BEFORE =
      Set.of("ALREADY_PROCESSED_PAYMENT", "ALREADY_COMPLETED_PAYMENT");

  static final ErrorTable TABLE = new ErrorTable(classes());

  private TossPaymentsErrors() {}

  private static Map<String, ErrorClass> classes() {
    Map<String, ErrorClass> classes = new HashMap<>();
    NO.forEach(code -> classes.put(code, DECLINED));
    OURS.forEach(code -> classes.put(code, OUR_BUG));
    classes.put("FORBIDDEN_CONSECUTIVE_REQUEST", RATE_LIMITED);
    classes.put("NOT_FOUND_PAYMENT", ErrorClass.CLIENT_ERROR);
    return Map.copyOf(classes);
  }

  /** Codes not listed, and all that come with status 500, are of unknown outcome. */
  static PartnerException of(HttpAnswer answer) {
    return TABLE.of(answer);
  }

  static boolean doneBefore(String code) {
    return DONE_BEFORE.contains(code);
  }
}
