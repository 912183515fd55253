package io.entrepot.connectors.wms;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.contract.ContractOf;
import io.entrepot.connectors.spi.contract.HttpConnectorContract;
import io.entrepot.connectors.spi.contract.NoticeContract;
import io.entrepot.connectors.spi.contract.SandboxContract;
import io.entrepot.connectors.spi.sandbox.Hmac;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The warehouse keeps the contracts of the SPI. */
class WmsContractsTest {
  private static String shipment(int number) {
    return """
    {"order_no": "order-%d", "receiver": {"name": "김서연", "country": "KR"},
     "lines": [{"line_no": 1, "sku": "KNIT-01-M", "qty": 1}]}
    """
        .formatted(number);
  }

  @Nested
  @ContractOf("wms")
  class OfTheConnector extends HttpConnectorContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new WmsConnector(source);
    }

    @Override
    protected Map<String, String> documents() {
      return Map.of("create-shipment", shipment(1));
    }

    @Override
    protected Map<String, ErrorClass> errorTable() {
      return WmsErrors.TABLE.classes();
    }
  }

  @Nested
  @ContractOf("wms")
  class OfTheSandbox extends SandboxContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new WmsConnector(source);
    }

    @Override
    protected String operation() {
      return "create-shipment";
    }

    @Override
    protected String document(RunningSandbox running, int number) {
      return shipment(number);
    }

    @Override
    protected String count() {
      return "accepted";
    }
  }

  @Nested
  @ContractOf(value = "wms", document = "shipment")
  class OfTheWebhook extends NoticeContract {
    @Override
    protected NoticeEndpoint endpoint() {
      return new WmsWebhook(() -> Secret.of(SECRET));
    }

    @Override
    protected RawNotice genuine(Instant at) {
      String body = "{\"event\":\"shipment.shipped\",\"order_no\":\"order-1\",\"parcel_no\":1}";
      String timestamp = Long.toString(at.getEpochSecond());
      return new RawNotice(
          "POST",
          "/webhooks/wms/shipment",
          Map.of(
              "X-Wms-Timestamp", List.of(timestamp),
              "X-Wms-Signature", List.of(Hmac.sha256Hex(SECRET, timestamp + "." + body))),
          Map.of(),
          body.getBytes(StandardCharsets.UTF_8),
          at);
    }
  }
}
