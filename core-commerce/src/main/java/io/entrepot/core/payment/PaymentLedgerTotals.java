package io.entrepot.core.payment;

import io.entrepot.core.money.Money;

/** What the ledger says of one provider and currency: charges taken, and their sum. */
public record PaymentLedgerTotals(String provider, long charges, Money charged) {}
