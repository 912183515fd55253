package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PaymentConfirmation;
import io.entrepot.connectors.spi.PaymentLookup;
import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.PaymentRefund;
import io.entrepot.connectors.spi.PaymentResult;
import java.time.Duration;
import java.util.function.Supplier;

/** Toss's answers as our outcomes. */
final class TossPaymentsProvider implements PaymentProvider {
  private final Supplier<TossPaymentsClient> client;

  TossPaymentsProvider(Supplier<TossPaymentsClient> client) {
    this.client = client;
  }

  @Override
  public PaymentResult confirm(PaymentConfirmation wanted, Duration timeout) {
    try {
      return TossPaymentsReading.charge(
          client.get().confirm(wanted, timeout), wanted.paymentId(), wanted.amount());
    } catch (PartnerException e) {
      return TossPaymentsErrors.doneBefore(e.code())
          ? lookup(new PaymentLookup(wanted.paymentId(), wanted.amount()), timeout)
          : PaymentResult.of(e);
    }
  }

  @Override
  public PaymentResult lookup(PaymentLookup wanted, Duration timeout) {
    try {
      return TossPaymentsReading.charge(
          client.get().byOrderId(wanted.paymentId(), timeout), wanted.paymentId(), wanted.amount());
    } catch (PartnerException e) {
      // Toss has never heard of it, so nobody paid; the buyer may still be in the window.
      return e.code().equals("NOT_FOUND_PAYMENT")
          ? new PaymentResult.NotCharged(e.code(), text(e))
          : PaymentResult.of(e);
    }
  }

  @Override
  public PaymentResult refund(PaymentRefund wanted, Duration timeout) {
    try {
      JsonNode payment = client.get().cancel(wanted, timeout);
      return TossPaymentsReading.refund(payment, wanted);
    } catch (PartnerException e) {
      return PaymentResult.of(e);
    }
  }

  private static String text(PartnerException e) {
    return String.valueOf(e.getMessage());
  }
}
