package io.entrepot.connectors.wms;

import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The warehouse that picks, packs and ships; README.md beside this has its wire. */
@Component
public final class WmsConnector implements Connector {
  static final String ID = "wms";

  private final PartnerSettings settings;
  private final OnDemand<WmsClient> client;
  private final Map<String, NoticeEndpoint> notices;

  public WmsConnector(PartnerSettingsSource source) {
    this.settings = source.of(ID);
    this.client = new OnDemand<>(this::client);
    OnDemand<Secret> secret = new OnDemand<>(() -> settings.secret("webhook-secret"));
    this.notices = Map.of("shipment", new WmsWebhook(secret::get));
  }

  private WmsClient client() {
    WmsProperties properties = WmsProperties.of(settings);
    return new WmsClient(properties, new PartnerHttp(properties.http()));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean configured() {
    return settings.find("base-url").isPresent();
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("create-shipment", call -> client.get().createShipment(call));
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return notices;
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new WmsSandbox(settings.remembered()));
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "base-url",
            around.sandbox() + "/" + ID,
            "api-key",
            around.secrets().apply("wms-api-key"),
            "webhook-secret",
            around.secrets().apply("wms-webhook-secret"),
            "sandbox-webhook-url",
            around.hub() + "/webhooks/wms/shipment");
  }

  @Override
  public TestResult test() {
    try {
      client.get().ping(Duration.ofSeconds(10));
      return TestResult.passed("address and API key are accepted");
    } catch (PartnerException | SettingException e) {
      return TestResult.failed(String.valueOf(e.getMessage()));
    }
  }
}
