package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** SweetTracker's endpoints. The key stands in the query, which no message shows. */
final class SweetTrackerClient {
  private final SweetTrackerProperties properties;
  private final PartnerHttp http;

  SweetTrackerClient(SweetTrackerProperties properties, PartnerHttp http) {
    this.properties = properties;
    this.http = http;
  }

  static SweetTrackerClient of(PartnerSettings settings) {
    SweetTrackerProperties properties = SweetTrackerProperties.of(settings);
    return new SweetTrackerClient(properties, new PartnerHttp(properties.http()));
  }

  /** Takes {@code {comcode, invoice_no, fid}}; registering again changes nothing. */
  PartnerAnswer addInvoice(PartnerCall call) throws PartnerException {
    SweetTrackerProperties.AddInvoiceNames names = properties.names();
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put(names.key(), properties.apiKey().reveal())
            .put(names.carrier(), text(call.body(), "comcode"))
            .put(names.invoice(), digits(call.body()))
            .put(names.id(), text(call.body(), "fid"))
            .put(names.callback(), properties.callbackUrl().toString());
    return SweetTrackerErrors.registered(
        http.send(HttpCall.post(properties.http().at(names.path()), body, call.timeout())));
  }

  /** Takes {@code {comcode, invoice_no}}. */
  PartnerAnswer trackingInfo(PartnerCall call) throws PartnerException {
    String query =
        "&t_code=" + encoded(text(call.body(), "comcode")) + "&t_invoice=" + digits(call.body());
    return get("/api/v1/trackingInfo", query, call.timeout());
  }

  PartnerAnswer companyList(Duration timeout) throws PartnerException {
    return get("/api/v1/companylist", "", timeout);
  }

  private PartnerAnswer get(String path, String query, Duration timeout) throws PartnerException {
    String key = "?t_key=" + encoded(properties.apiKey().reveal());
    return SweetTrackerErrors.found(
        http.send(HttpCall.get(properties.http().at(path + key + query), timeout)));
  }

  private static String digits(JsonNode body) throws PartnerException {
    String invoice = text(body, "invoice_no");
    if (!invoice.matches("[0-9]{6,20}")) {
      throw wrong("invoice_no has 6 to 20 digits and nothing else");
    }
    return invoice;
  }

  private static String text(JsonNode body, String field) throws PartnerException {
    String text = body.path(field).asText();
    if (text.isBlank()) {
      throw wrong(field + " is missing");
    }
    return text;
  }

  private static PartnerException wrong(String problem) {
    return new PartnerException(ErrorClass.OUR_BUG, "WRONG_REQUEST", problem);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
