package io.entrepot.connectors.sweettracker;

import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import java.net.URI;

/**
 * Settings of SweetTracker.
 *
 * @param apiKey {@code api-key}: t_key of each call
 * @param callbackUrl {@code callback-url}: where it reports to
 */
record SweetTrackerProperties(
    HttpSettings http, Secret apiKey, URI callbackUrl, AddInvoiceNames names) {
  private static final String PUBLIC_ADDRESS = "https://info.sweettracker.co.kr";

  static SweetTrackerProperties of(PartnerSettings settings) {
    return new SweetTrackerProperties(
        HttpSettings.of(settings, PUBLIC_ADDRESS),
        settings.secret("api-key"),
        HttpSettings.address(settings, "callback-url", settings.require("callback-url")),
        AddInvoiceNames.of(settings));
  }

  /**
   * Path and field names of the registration. The partner tells them with the contract; they are
   * not published, so each is a setting: {@code add-invoice-path}, {@code add-invoice-key}, ….
   */
  record AddInvoiceNames(
      String path, String key, String carrier, String invoice, String id, String callback) {
    static AddInvoiceNames of(PartnerSettings settings) {
      return new AddInvoiceNames(
          settings.find("add-invoice-path").orElse("/add_invoice"),
          settings.find("add-invoice-key").orElse("key"),
          settings.find("add-invoice-carrier").orElse("code"),
          settings.find("add-invoice-invoice").orElse("num"),
          settings.find("add-invoice-id").orElse("fid"),
          settings.find("add-invoice-callback").orElse("callback_url"));
    }
  }
}
