package io.entrepot.connectors.buyerbot;

import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URI;

/**
 * Settings of the buyer bot.
 *
 * @param successUrl {@code success-url}: where the browser goes after consent
 * @param failUrl {@code fail-url}: where it goes when the buyer gives up
 */
record BuyerBotProperties(HttpSettings http, URI successUrl, URI failUrl) {
  static BuyerBotProperties of(PartnerSettings settings) {
    return new BuyerBotProperties(
        HttpSettings.of(settings, null),
        HttpSettings.address(settings, "success-url", settings.require("success-url")),
        HttpSettings.address(settings, "fail-url", settings.require("fail-url")));
  }
}
