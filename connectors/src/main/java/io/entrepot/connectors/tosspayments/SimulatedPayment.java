package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One payment at Toss. Guarded by the desk that holds it. */
final class SimulatedPayment {
  /** From opening to the buyer's consent, and from consent to confirmation. */
  private static final Duration WINDOW = Duration.ofMinutes(30);

  private static final Duration CONSENT = Duration.ofMinutes(10);

  private final String paymentKey;
  private final String orderId;
  private final String orderName;
  private final long amount;
  private final Instant requestedAt;
  private final List<Cancel> cancels = new ArrayList<>();
  private String status = "READY";
  private Instant expiresAt;
  private @Nullable Instant approvedAt;
  private @Nullable String failureCode;
  private @Nullable String lastTransactionKey;

  record Cancel(String transactionKey, long amount, String reason, Instant at, long balance) {}

  private SimulatedPayment(JsonNode entry) {
    this.paymentKey = entry.path("paymentKey").asText();
    this.orderId = entry.path("orderId").asText();
    this.orderName = entry.path("orderName").asText();
    this.amount = entry.path("amount").asLong();
    this.requestedAt = at(entry);
    this.expiresAt = requestedAt.plus(WINDOW);
  }

  static SimulatedPayment opened(JsonNode entry) {
    return new SimulatedPayment(entry);
  }

  void authorised(JsonNode entry) {
    status = "IN_PROGRESS";
    expiresAt = at(entry).plus(CONSENT);
  }

  void declined(JsonNode entry) {
    status = "ABORTED";
    failureCode = entry.path("code").asText();
  }

  void confirmed(JsonNode entry) {
    status = "DONE";
    approvedAt = at(entry);
    lastTransactionKey = entry.path("transactionKey").asText();
  }

  void cancelled(JsonNode entry) {
    long back = entry.path("amount").asLong();
    lastTransactionKey = entry.path("transactionKey").asText();
    cancels.add(
        new Cancel(
            lastTransactionKey, back, entry.path("reason").asText(), at(entry), balance() - back));
    status = balance() == 0 ? "CANCELED" : "PARTIAL_CANCELED";
  }

  private static Instant at(JsonNode entry) {
    return Instant.parse(entry.path("at").asText());
  }

  /** READY and IN_PROGRESS end by themselves. */
  String status(Instant now) {
    boolean waiting = status.equals("READY") || status.equals("IN_PROGRESS");
    return waiting && now.isAfter(expiresAt) ? "EXPIRED" : status;
  }

  boolean open(Instant now) {
    return status(now).equals("READY") || status(now).equals("IN_PROGRESS");
  }

  boolean captured() {
    return approvedAt != null;
  }

  /** What can still be given back. */
  long balance() {
    long back = cancels.stream().mapToLong(Cancel::amount).sum();
    return captured() ? amount - back : amount;
  }

  String paymentKey() {
    return paymentKey;
  }

  String orderId() {
    return orderId;
  }

  String orderName() {
    return orderName;
  }

  long amount() {
    return amount;
  }

  Instant requestedAt() {
    return requestedAt;
  }

  @Nullable Instant approvedAt() {
    return approvedAt;
  }

  @Nullable String failureCode() {
    return failureCode;
  }

  @Nullable String lastTransactionKey() {
    return lastTransactionKey;
  }

  List<Cancel> cancels() {
    return cancels;
  }
}
