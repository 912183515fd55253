package io.entrepot.connectors.sweettracker;

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
import org.springframework.stereotype.Component;

/** Registers waybills and hears where the parcels are; README.md beside this has more. */
@Component
public final class SweetTrackerConnector implements Connector {
  static final String ID = "sweettracker";

  private final Wiring<SweetTrackerClient> wiring;
  private final Map<String, NoticeEndpoint> notices;

  public SweetTrackerConnector(PartnerSettingsSource source) {
    this.wiring = new Wiring<>(source.of(ID), "api-key", SweetTrackerClient::of);
    this.notices = Map.of("tracking", new SweetTrackerCallback(wiring.secret("callback-secret")));
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
    return Map.of(
        "add-invoice", wiring.operation(SweetTrackerClient::addInvoice),
        "tracking-info", wiring.operation(SweetTrackerClient::trackingInfo),
        "company-list", wiring.operation((client, call) -> client.companyList(call.timeout())));
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return notices;
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new SweetTrackerSandbox(wiring.account()));
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "base-url", around.simulated(ID),
            "api-key", around.secret("sweettracker-api-key"),
            "callback-secret", around.secret("sweettracker-callback-secret"),
            "callback-url", around.webhook(ID, "tracking"));
  }

  @Override
  public TestResult test() {
    return wiring.test(SweetTrackerClient::companyList, "address and API key are accepted");
  }
}
