package io.entrepot.core.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: reads payments; changes nothing. */
public interface PaymentQueries {
  Optional<PaymentView> find(UUID paymentId);

  /** Oldest first. */
  List<PaymentView> byOrder(UUID orderId);

  /** By provider, status and currency; what is empty has no row. */
  List<PaymentTotals> totals();

  /** By provider and currency. */
  List<PaymentLedgerTotals> ledgerTotals();

  /** Oldest first. */
  List<RefundDue> refundsDue(int limit);
}
