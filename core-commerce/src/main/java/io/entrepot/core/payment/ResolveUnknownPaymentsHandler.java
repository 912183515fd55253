package io.entrepot.core.payment;

/** Finds out what became of charges. */
public interface ResolveUnknownPaymentsHandler {
  ResolvedPayments handle(ResolveUnknownPayments command);
}
