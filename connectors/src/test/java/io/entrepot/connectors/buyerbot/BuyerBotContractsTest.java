package io.entrepot.connectors.buyerbot;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.contract.ContractOf;
import io.entrepot.connectors.spi.contract.HttpConnectorContract;
import io.entrepot.connectors.spi.contract.SandboxContract;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The buyer bot keeps the contracts of the SPI. */
class BuyerBotContractsTest {
  private static String window(int number) {
    return "{\"orderId\":\"order-%d\",\"amount\":15000,\"orderName\":\"니트\"}".formatted(number);
  }

  @Nested
  @ContractOf("buyer-bot")
  class OfTheConnector extends HttpConnectorContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new BuyerBotConnector(source);
    }

    @Override
    protected Map<String, String> documents() {
      return Map.of("open-window", window(1));
    }

    /** It has none but HTTP's statuses. */
    @Override
    protected Map<String, ErrorClass> errorTable() {
      return Map.of();
    }
  }

  @Nested
  @ContractOf("buyer-bot")
  class OfTheSandbox extends SandboxContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new BuyerBotConnector(source);
    }

    @Override
    protected String operation() {
      return "open-window";
    }

    @Override
    protected String document(RunningSandbox running, int number) {
      return window(number);
    }

    @Override
    protected String count() {
      return "asked";
    }
  }
}
