package io.entrepot.core.catalog;

import io.entrepot.core.money.Money;

/** One thing that can be ordered. */
public record Sku(long skuId, String code, String name, Money price) {}
