package io.entrepot.connectors.buyerbot;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.Wiring;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends a bot to the payment window where no buyer is; README.md beside this has its wire. */
@Component
public final class BuyerBotConnector implements Connector {
  static final String ID = "buyer-bot";

  private final Wiring<BuyerBotClient> wiring;

  public BuyerBotConnector(PartnerSettingsSource source) {
    this.wiring = new Wiring<>(source.of(ID), "base-url", BuyerBotClient::of);
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
    return Map.of("open-window", wiring.operation(BuyerBotClient::openWindow));
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new BuyerBotSandbox(wiring.account()));
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around -> {
      // The window and the address the browser comes back to belong to the payment partner; the
      // bot knows them as a shop's page would, from its settings.
      String back = around.webhook("toss-payments", "payment-return");
      return Map.of(
          "base-url",
          around.simulated(ID),
          "success-url",
          back,
          "fail-url",
          back,
          "sandbox-window-url",
          around.simulated("toss-payments") + "/_window");
    };
  }

  @Override
  public TestResult test() {
    return wiring.test(BuyerBotClient::ping, "the bot is there");
  }
}
