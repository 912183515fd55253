package io.entrepot.connectors.spi.sandbox;

import java.util.Map;

/**
 * What a simulated partner believes.
 *
 * @param counts by name, such as {@code confirmed}
 * @param sums by name, such as {@code confirmed}, each in the text form {@code 15000 KRW}
 */
public record BooksSummary(Map<String, Long> counts, Map<String, String> sums) {}
