package io.entrepot.connectors.wms;

import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;

/**
 * Settings of the warehouse.
 *
 * @param apiKey {@code api-key}
 */
record WmsProperties(HttpSettings http, Secret apiKey) {
  static WmsProperties of(PartnerSettings settings) {
    return new WmsProperties(HttpSettings.of(settings, null), settings.secret("api-key"));
  }
}
