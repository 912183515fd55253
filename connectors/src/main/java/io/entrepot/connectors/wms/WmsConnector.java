package io.entrepot.connectors.wms;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.Wiring;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The warehouse that picks, packs and ships; README.md beside this has its wire. */
@Component
public final class WmsConnector implements Connector {
  static final String ID = "wms";

  private final Wiring<WmsClient> wiring;
  private final Map<String, NoticeEndpoint> notices;

  public WmsConnector(PartnerSettingsSource source) {
    this.wiring = new Wiring<>(source.of(ID), "base-url", WmsClient::of);
    this.notices = Map.of("shipment", new WmsWebhook(wiring.secret("webhook-secret")));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean configured() {
    return wiring.configured();
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("create-shipment", wiring.operation(WmsClient::createShipment));
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return notices;
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new WmsSandbox(wiring.account()));
  }

  @Override
  public Set<String> credentials() {
    return Set.of("api-key", "webhook-secret");
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "base-url", around.simulated(ID),
            "api-key", around.secret("wms-api-key"),
            "webhook-secret", around.secret("wms-webhook-secret"),
            "sandbox-webhook-url", around.webhook(ID, "shipment"));
  }

  @Override
  public TestResult test() {
    return wiring.test(WmsClient::ping, "address and API key are accepted");
  }
}
