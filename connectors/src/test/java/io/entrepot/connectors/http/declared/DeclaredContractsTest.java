package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.RawNotice;
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
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** A connector out of a file keeps the contracts of one in Java. */
class DeclaredContractsTest {
  private static final Declaration FILE =
      Declaration.read(
          "declared-acme.yaml",
          """
          partner: declared-acme
          settings:
            base-url:
            api-key: { secret: true }
            webhook-secret: { secret: true }
          auth: { kind: bearer, secret: api-key }
          errors:
            code: $.code
            message: $.message
            codes: { UNAUTHORIZED: OUR_BUG, INVALID: CLIENT_ERROR, SOLD_OUT: DECLINED }
          operations:
            register-parcel: { call: POST /v1/parcels, idempotency-header: Idempotency-Key }
            get-parcel: { call: "GET /v1/parcels/{$.tracking_no}" }
            list-parcels:
              call: GET /v1/parcels
              pages: { style: cursor, parameter: cursor, next: $.next_cursor, items: $.items }
          notices:
            tracking:
              trust:
                kind: hmac
                secret: webhook-secret
                signature: X-Signature
                timestamp: X-Timestamp
                base: "{timestamp}.{body}"
              key: $.event_id
          test: { operation: list-parcels }
          sandbox:
            auth: { kind: bearer, setting: api-key }
            idempotency-header: Idempotency-Key
            webhook:
              notice: tracking
              signature: X-Signature
              timestamp: X-Timestamp
              base: "{timestamp}.{body}"
              secret: webhook-secret
            resources:
              - at: /v1/parcels
                id: tracking_no
                required: tracking_no
                paged: { style: cursor, position: cursor, size: limit }
                tells: { event_id: "e-{$.tracking_no}" }
          """);

  private static Connector made(PartnerSettingsSource source) {
    DeclaredSettings settings =
        new DeclaredSettings(source.of(FILE.partner()), FILE.settings(), name -> null);
    return new DeclaredConnector(
        FILE,
        settings,
        MemoryVault.authentications(),
        DeclaredPartner.MARKING,
        () ->
            Optional.ofNullable(FILE.sandbox()).map(rules -> DeclaredSandbox.of(rules, settings)));
  }

  private static String parcel(int number) {
    return "{\"tracking_no\": \"no-" + number + "\"}";
  }

  @Nested
  @ContractOf("declared-acme")
  class OfTheConnector extends HttpConnectorContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return made(source);
    }

    @Override
    protected Map<String, String> documents() {
      return Map.of(
          "register-parcel", parcel(1), "get-parcel", parcel(1), "list-parcels", parcel(1));
    }

    @Override
    protected String errorOperation() {
      return "register-parcel";
    }

    @Override
    protected Map<String, ErrorClass> errorTable() {
      return FILE.errors().codes();
    }
  }

  @Nested
  @ContractOf("declared-acme")
  class OfTheSandbox extends SandboxContract {
    @Override
    protected Connector connector(PartnerSettingsSource source) {
      return made(source);
    }

    @Override
    protected String operation() {
      return "register-parcel";
    }

    @Override
    protected String document(RunningSandbox running, int number) {
      return parcel(number);
    }

    @Override
    protected String count() {
      return "parcels";
    }
  }

  @Nested
  @ContractOf(value = "declared-acme", document = "tracking")
  class OfTheNotice extends NoticeContract {
    @Override
    protected NoticeEndpoint endpoint() {
      PartnerSettings known = PartnerSettings.of(FILE.partner(), Map.of("webhook-secret", SECRET));
      return made(id -> known).notices().get("tracking");
    }

    @Override
    protected RawNotice genuine(Instant at) {
      String body = "{\"event_id\":\"moving-1\",\"carrier\":\"04\"}";
      String timestamp = Long.toString(at.getEpochSecond());
      return new RawNotice(
          "POST",
          "/webhooks/declared-acme/tracking",
          Map.of(
              "X-Timestamp", List.of(timestamp),
              "X-Signature", List.of(Hmac.sha256Hex(SECRET, timestamp + "." + body))),
          Map.of(),
          body.getBytes(StandardCharsets.UTF_8),
          at);
    }
  }
}
