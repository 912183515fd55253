package io.entrepot.core.payment;

/** Takes the money once. */
public interface ConfirmPaymentHandler {
  ConfirmPaymentResult handle(ConfirmPayment command);
}
