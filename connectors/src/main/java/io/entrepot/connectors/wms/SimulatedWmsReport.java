package io.entrepot.connectors.wms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice.Envelope;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The webhook, signed anew at each attempt. */
final class SimulatedWmsReport {
  private static final String STRANGERS_SECRET = "a secret that nobody shares";
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private final PartnerSettings account;
  private final SandboxSite site;

  SimulatedWmsReport(PartnerSettings account, SandboxSite site) {
    this.account = account;
    this.site = site;
  }

  Envelope of(SimulatedShipment shipment, boolean genuine) {
    String body = body(shipment).toString();
    String timestamp = Long.toString(site.clock().instant().getEpochSecond());
    String secret = genuine ? account.require("webhook-secret") : STRANGERS_SECRET;
    return Envelope.post(
        URI.create(account.require("sandbox-webhook-url")),
        "application/json",
        body,
        Map.of(
            "X-Wms-Timestamp",
            timestamp,
            "X-Wms-Signature",
            signature(secret, timestamp + "." + body)));
  }

  private static ObjectNode body(SimulatedShipment shipment) {
    String shippedAt =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            Objects.requireNonNull(shipment.shippedAt(), "it is reported once it is shipped")
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZONE));
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "shipment.shipped")
            .put("shipment_id", shipment.shipmentId())
            .put("order_no", shipment.orderNo())
            .put("parcel_no", 1)
            .put("carrier", SimulatedWmsFloor.CARRIER)
            .put("tracking_no", shipment.trackingNo());
    body.set("lines", shipment.lines());
    return body.put("shipped_at", shippedAt);
  }

  private static String signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
