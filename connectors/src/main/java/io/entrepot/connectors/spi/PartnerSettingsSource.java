package io.entrepot.connectors.spi;

/** Where connectors find their settings; the application reads them from its environment. */
@FunctionalInterface
public interface PartnerSettingsSource {
  /** Never null; settings of an unknown partner are empty. Reads the values of this moment. */
  PartnerSettings of(String partner);
}
