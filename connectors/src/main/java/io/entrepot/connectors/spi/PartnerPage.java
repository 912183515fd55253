package io.entrepot.connectors.spi;

import java.util.Optional;

/**
 * A page of a {@link PagedOperation}.
 *
 * @param answer its body is the array of the page's items
 * @param next the cursor of the next page; empty after the last
 */
public record PartnerPage(PartnerAnswer answer, Optional<String> next) {}
