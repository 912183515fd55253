package io.entrepot.core.order;

import io.entrepot.core.money.Money;

/**
 * A line as it was ordered.
 *
 * @param lineNo from 1
 * @param name the product's name when it was ordered
 */
public record PlacedLine(
    int lineNo, long skuId, String sku, String name, int quantity, Money unitPrice, Money amount) {}
