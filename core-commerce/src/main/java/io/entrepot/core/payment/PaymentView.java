package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment with its attempts.
 *
 * @param charged what the provider really took, by the ledger
 * @param refundDue what must go back to the buyer and has not yet
 */
public record PaymentView(
    UUID paymentId,
    UUID orderId,
    String provider,
    @Nullable String providerKey,
    PaymentStatus status,
    Money amount,
    Money charged,
    Money refundDue,
    @Nullable String code,
    @Nullable String text,
    Instant requestedAt,
    Instant updatedAt,
    List<Attempt> attempts) {

  /**
   * One charge sent to the provider.
   *
   * @param outcome SENT, APPROVED, DECLINED or UNKNOWN
   * @param endedAt null while no outcome is stored
   */
  public record Attempt(
      UUID attemptId,
      int attemptNo,
      String outcome,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String code,
      @Nullable String text) {}
}
