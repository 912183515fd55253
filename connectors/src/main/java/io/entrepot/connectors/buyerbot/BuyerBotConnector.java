package io.entrepot.connectors.buyerbot;

import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends a bot to the payment window where no buyer is; README.md beside this has its wire. */
@Component
public final class BuyerBotConnector implements Connector {
  static final String ID = "buyer-bot";

  private final PartnerSettings settings;
  private final OnDemand<BuyerBotClient> client;

  public BuyerBotConnector(PartnerSettingsSource source) {
    this.settings = source.of(ID);
    this.client = new OnDemand<>(this::client);
  }

  private BuyerBotClient client() {
    BuyerBotProperties properties = BuyerBotProperties.of(settings);
    return new BuyerBotClient(properties, new PartnerHttp(properties.http()));
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
    return Map.of("open-window", call -> client.get().openWindow(call));
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new BuyerBotSandbox(settings.remembered()));
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around -> {
      // The window and the address the browser comes back to belong to the payment partner; the
      // bot knows them as a shop's page would, from its settings.
      URI back = URI.create(around.hub() + "/webhooks/toss-payments/payment-return");
      return Map.of(
          "base-url",
          around.sandbox() + "/" + ID,
          "success-url",
          back.toString(),
          "fail-url",
          back.toString(),
          "sandbox-window-url",
          around.sandbox() + "/toss-payments/_window");
    };
  }

  @Override
  public TestResult test() {
    try {
      client.get().ping(Duration.ofSeconds(10));
      return TestResult.passed("the bot is there");
    } catch (PartnerException | SettingException e) {
      return TestResult.failed(String.valueOf(e.getMessage()));
    }
  }
}
