package io.entrepot.connectors.sweettracker;

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

/** Registers waybills and hears where the parcels are; README.md beside this has more. */
@Component
public final class SweetTrackerConnector implements Connector {
  static final String ID = "sweettracker";

  private final PartnerSettings settings;
  private final OnDemand<SweetTrackerClient> client;
  private final Map<String, NoticeEndpoint> notices;

  public SweetTrackerConnector(PartnerSettingsSource source) {
    this.settings = source.of(ID);
    this.client = new OnDemand<>(this::client);
    OnDemand<Secret> secret = new OnDemand<>(() -> settings.secret("callback-secret"));
    this.notices = Map.of("tracking", new SweetTrackerCallback(secret::get));
  }

  private SweetTrackerClient client() {
    SweetTrackerProperties properties = SweetTrackerProperties.of(settings);
    return new SweetTrackerClient(properties, new PartnerHttp(properties.http()));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean configured() {
    return settings.find("api-key").isPresent();
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "add-invoice", call -> client.get().addInvoice(call),
        "tracking-info", call -> client.get().trackingInfo(call),
        "company-list", call -> client.get().companyList(call.timeout()));
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return notices;
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new SweetTrackerSandbox(settings.remembered()));
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "base-url",
            around.sandbox() + "/" + ID,
            "api-key",
            around.secrets().apply("sweettracker-api-key"),
            "callback-secret",
            around.secrets().apply("sweettracker-callback-secret"),
            "callback-url",
            around.hub() + "/webhooks/sweettracker/tracking");
  }

  @Override
  public TestResult test() {
    try {
      client.get().companyList(Duration.ofSeconds(10));
      return TestResult.passed("address and API key are accepted");
    } catch (PartnerException | SettingException e) {
      return TestResult.failed(String.valueOf(e.getMessage()));
    }
  }
}
