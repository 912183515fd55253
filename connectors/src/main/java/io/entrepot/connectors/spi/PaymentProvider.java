package io.entrepot.connectors.spi;

import java.time.Duration;

/**
 * A partner that takes payments a buyer has authorised in its window. No method throws for what a
 * partner does: each way a call can end is a {@link PaymentResult}.
 *
 * <p>What holds for every provider (the suite PaymentProviderContract proves it): the same payment
 * confirmed any number of times is charged once; no answer, an unclear answer or an unlisted code
 * is {@link PaymentResult.Unknown}, never {@link PaymentResult.Declined}; more than was captured is
 * never refunded; amounts are exact; no secret stands in any text.
 */
public interface PaymentProvider extends Port {
  /** Charges what the buyer authorised; refuses any other amount. */
  PaymentResult confirm(PaymentConfirmation confirmation, Duration timeout);

  /** Asks what became of a payment; changes nothing. */
  PaymentResult lookup(PaymentLookup lookup, Duration timeout);

  /** Gives back all or part of a captured payment; the same refund id gives back once. */
  PaymentResult refund(PaymentRefund refund, Duration timeout);
}
