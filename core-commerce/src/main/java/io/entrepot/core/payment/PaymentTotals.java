package io.entrepot.core.payment;

import io.entrepot.core.money.Money;

/** Payments of one provider, status and currency. */
public record PaymentTotals(String provider, PaymentStatus status, long payments, Money amount) {}
