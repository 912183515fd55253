package io.entrepot.core.order;

import io.entrepot.core.money.Money;

/**
 * Orders of one status and currency.
 *
 * @param total of their amounts
 * @param pieces over all lines
 */
public record OrderTotals(OrderStatus status, long orders, long lines, long pieces, Money total) {}
