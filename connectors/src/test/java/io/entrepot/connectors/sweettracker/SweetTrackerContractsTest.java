package io.entrepot.connectors.sweettracker;

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
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** SweetTracker keeps the contracts of the SPI. */
class SweetTrackerContractsTest {
  private static String parcel(int number) {
    return "{\"comcode\":\"04\",\"invoice_no\":\"68990000000%d\",\"fid\":\"s-1\"}"
        .formatted(number);
  }

  @Nested
  @ContractOf("sweettracker")
  class OfTheConnector extends HttpConnectorContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new SweetTrackerConnector(source);
    }

    @Override
    protected Map<String, String> documents() {
      return Map.of("add-invoice", parcel(1), "tracking-info", parcel(1), "company-list", "{}");
    }

    @Override
    protected Map<String, ErrorClass> errorTable() {
      return SweetTrackerErrors.CLASSES;
    }

    @Override
    protected String errorOperation() {
      return "tracking-info";
    }

    /** It says no with status 200. */
    @Override
    protected int errorStatus() {
      return 200;
    }

    @Override
    protected String errorBody(String code) {
      return "{\"status\":false,\"msg\":\"no\",\"code\":\"" + code + "\"}";
    }
  }

  @Nested
  @ContractOf("sweettracker")
  class OfTheSandbox extends SandboxContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return new SweetTrackerConnector(source);
    }

    @Override
    protected String operation() {
      return "add-invoice";
    }

    @Override
    protected String document(RunningSandbox running, int number) {
      return parcel(number);
    }

    @Override
    protected String count() {
      return "registered";
    }
  }

  @Nested
  @ContractOf(value = "sweettracker", document = "tracking")
  class OfTheCallback extends NoticeContract {
    @Override
    protected NoticeEndpoint endpoint() {
      return new SweetTrackerCallback(() -> Secret.of(SECRET));
    }

    @Override
    protected RawNotice genuine(Instant at) {
      String body =
          "secret_value="
              + SECRET
              + "&comcode=04&invoice_no=689900000001&level=3&time_trans=2026-11-21+14%3A00%3A00";
      return new RawNotice(
          "POST",
          "/webhooks/sweettracker/tracking",
          Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
          Map.of(),
          body.getBytes(StandardCharsets.UTF_8),
          at);
    }
  }
}
