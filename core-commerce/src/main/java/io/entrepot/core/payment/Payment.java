package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent to be paid, and its rules.
 *
 * @param providerKey the provider's own key, from the first charge on
 * @param code of a failure
 * @param nextLookupAt when the provider is asked, while a charge is open
 * @param lookups how often it was asked
 * @param version counts its changes from 1
 */
public record Payment(
    UUID paymentId,
    UUID orderId,
    String provider,
    @Nullable String providerKey,
    PaymentStatus status,
    Money amount,
    @Nullable String code,
    @Nullable String detail,
    @Nullable Instant nextLookupAt,
    int lookups,
    long version) {

  static Payment requested(UUID paymentId, UUID orderId, String provider, Money amount) {
    return new Payment(
        paymentId, orderId, provider, null, PaymentStatus.PENDING, amount, null, null, null, 0, 1);
  }

  boolean hasKey(String key) {
    return key.equals(providerKey);
  }

  Payment sent(String key, Instant now) {
    return step(PaymentStatus.PROCESSING, key, null, null, LookupSchedule.afterSending(now), 0);
  }

  /** Nobody knows what became of the charge; the provider will be asked. */
  Payment unknown(String why, Instant now) {
    Instant next = LookupSchedule.afterLookup(now, lookups);
    return step(PaymentStatus.UNKNOWN, providerKey, null, why, next, lookups);
  }

  /** The same, counting that the provider is being asked. */
  Payment lookingUp(Instant now) {
    Instant next = LookupSchedule.afterLookup(now, lookups);
    return step(PaymentStatus.UNKNOWN, providerKey, null, detail, next, lookups + 1);
  }

  Payment completed() {
    return step(PaymentStatus.COMPLETED, providerKey, null, null, null, lookups);
  }

  Payment failed(String why, String text) {
    return step(PaymentStatus.FAILED, providerKey, why, text, null, lookups);
  }

  Payment cancelled(String why) {
    return step(PaymentStatus.CANCELLED, providerKey, why, null, null, lookups);
  }

  private Payment step(
      PaymentStatus next,
      @Nullable String key,
      @Nullable String newCode,
      @Nullable String newDetail,
      @Nullable Instant lookupAt,
      int lookupCount) {
    if (!status.allows(next)) {
      throw new IllegalStateException(
          "payment %s is %s and cannot become %s".formatted(paymentId, status, next));
    }
    return new Payment(
        paymentId,
        orderId,
        provider,
        key,
        next,
        amount,
        newCode,
        newDetail,
        lookupAt,
        lookupCount,
        version + 1);
  }
}
