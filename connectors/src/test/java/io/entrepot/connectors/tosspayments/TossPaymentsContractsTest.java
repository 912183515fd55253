package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.contract.ContractOf;
import io.entrepot.connectors.spi.contract.HttpConnectorContract;
import io.entrepot.connectors.spi.contract.NoticeContract;
import io.entrepot.connectors.spi.contract.SandboxContract;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Toss Payments keeps the contracts of the SPI; that of payments in TossPaymentsProviderTest. */
class TossPaymentsContractsTest {
  private static final long PRICE = 15_000;

  private static String confirmation(String paymentId, String key) {
    return "{\"paymentId\":\"%s\",\"providerKey\":\"%s\",\"amount\":\"%d KRW\"}"
        .formatted(paymentId, key, PRICE);
  }

  @Nested
  @ContractOf("toss-payments")
  class OfTheConnector extends HttpConnectorContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new TossPaymentsConnector(source);
    }

    @Override
    protected Map<String, String> documents() {
      return Map.of(
          "confirm-payment",
          confirmation("order-1", "key-1"),
          "lookup-payment",
          "{\"paymentId\":\"order-1\",\"amount\":\"15000 KRW\"}",
          "refund-payment",
          "{\"refundId\":\"r-1\",\"providerKey\":\"k\",\"amount\":\"1 KRW\",\"reason\":\"x\"}");
    }

    @Override
    protected Map<String, ErrorClass> errorTable() {
      return TossPaymentsErrors.TABLE.classes();
    }

    @Override
    protected String errorOperation() {
      return "confirm-payment";
    }
  }

  @Nested
  @ContractOf("toss-payments")
  class OfTheSandbox extends SandboxContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new TossPaymentsConnector(source);
    }

    @Override
    protected String operation() {
      return "confirm-payment";
    }

    @Override
    protected String document(RunningSandbox running, int number) {
      String paymentId = "order-" + number;
      return confirmation(paymentId, TossWindow.authorise(running, paymentId, PRICE));
    }

    @Override
    protected String count() {
      return "confirmed";
    }
  }

  @Nested
  @ContractOf(value = "toss-payments", document = "payment-return")
  class OfTheReturn extends NoticeContract {
    @Override
    protected NoticeEndpoint endpoint() {
      return new TossPaymentsReturn();
    }

    @Override
    protected RawNotice genuine(Instant at) {
      return new RawNotice(
          "GET",
          "/webhooks/toss-payments/payment-return",
          Map.of(),
          Map.of(
              "paymentType", List.of("NORMAL"),
              "orderId", List.of("order-1"),
              "paymentKey", List.of("tviva1"),
              "amount", List.of("15000")),
          new byte[0],
          at);
    }
  }
}
