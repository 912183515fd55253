package io.entrepot.core.payment;

/** Asks for the money of an order. */
public interface RequestPaymentHandler {
  RequestPaymentResult handle(RequestPayment command);
}
