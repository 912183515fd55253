package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: keeps payments; joins the caller's transaction. The order is locked before its payment. */
public interface Payments {
  Optional<Payment> find(UUID paymentId);

  /** Locks the payment until the transaction ends. */
  Optional<Payment> lock(UUID paymentId);

  /** The order's payment that is neither failed nor cancelled, locked; there is one at most. */
  Optional<Payment> lockLive(UUID orderId);

  /** The same for many orders; those without such a payment have none in the list. */
  List<Payment> lockLive(Collection<UUID> orderIds);

  boolean isKeyUsed(String provider, String providerKey);

  void add(Payment payment, Instant at);

  void save(Payment before, Payment after, Instant at);

  /** Stores the next states of locked payments. */
  void saveAll(List<Payment> after, Instant at);

  void addAttempt(PaymentAttempt attempt, Instant at);

  /** The charge without a known outcome. */
  PaymentAttempt openAttempt(UUID paymentId);

  /** Stores what is known of a charge; an unknown one can be stored again. */
  void saveAttempt(
      UUID attemptId,
      AttemptOutcome outcome,
      @Nullable String code,
      @Nullable String detail,
      Instant at);

  /** What the provider really took; a second charge of one payment is refused by the ledger. */
  void bookCharge(PaymentAttempt attempt, Money taken, Instant at);

  /** Once for a payment: a refund that is open is not added again. */
  void addRefund(RefundDue refund);

  boolean isRefundDue(UUID paymentId);

  /** Open payments whose time to be looked up has come, longest waiting first; not locked. */
  List<UUID> toLookUp(Instant now, int limit);
}
