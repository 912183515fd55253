package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.Admission;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxAuth;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SweetTracker's API: errors come with status 200. */
final class SimulatedTracker implements SimulatedPartner {
  private static final Map<String, String> COMPANIES =
      Map.of("04", "CJ대한통운", "05", "한진택배", "08", "롯데택배");

  private final SandboxSite site;
  private final Admission asking;
  private final Admission registering;
  private final SimulatedParcels parcels;
  private final SimulatedCourier courier;

  SimulatedTracker(PartnerSettings account, SandboxSite site, SimulatedParcels parcels) {
    this.site = site;
    this.asking = SandboxAuth.parameter("t_key", "api-key").open(account, site);
    this.registering =
        SandboxAuth.credential(
                request -> Optional.of(request.json().path("key").asText()),
                settings -> settings.find("api-key"))
            .open(account, site);
    this.parcels = parcels;
    this.courier = new SimulatedCourier(account, site, parcels);
  }

  @Override
  public void resume() {
    parcels.unfinished().forEach(courier::takeUp);
  }

  @Override
  public SandboxAnswer answer(SandboxRequest request) {
    return switch (request.method() + " " + request.path()) {
      case "POST /add_invoice" -> register(request);
      case "GET /api/v1/companylist", "GET /api/v1/trackingInfo" -> asked(request);
      default -> SandboxAnswer.json(404, "{}");
    };
  }

  private SandboxAnswer asked(SandboxRequest request) {
    if (!asking.admits(request)) {
      return refused("101", "the key is not known");
    }
    return request.path().endsWith("companylist")
        ? SandboxAnswer.json(200, companies())
        : tracking(request);
  }

  private static ObjectNode companies() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    COMPANIES.keySet().stream()
        .sorted()
        .forEach(
            code ->
                answer
                    .withArray("Company")
                    .addObject()
                    .put("Code", code)
                    .put("Name", COMPANIES.get(code))
                    .put("International", "false"));
    return answer;
  }

  private SandboxAnswer tracking(SandboxRequest request) {
    return parcels
        .find(
            request.query().getOrDefault("t_code", ""),
            request.query().getOrDefault("t_invoice", ""))
        .map(parcel -> SandboxAnswer.json(200, SimulatedTrackingJson.info(parcel)))
        .orElseGet(() -> refused("104", "the number is not known"));
  }

  private SandboxAnswer register(SandboxRequest request) {
    JsonNode body = request.json();
    String carrier = body.path("code").asText();
    String invoice = body.path("num").asText();
    if (!registering.admits(request)) {
      return refused("101", "the key is not known");
    }
    if (!COMPANIES.containsKey(carrier) || !invoice.matches("[0-9]{10,12}")) {
      return SandboxAnswer.json(200, "{\"code\":false,\"message\":\"wrong carrier or number\"}");
    }
    parcels.register(site, body).ifPresent(courier::move);
    return SandboxAnswer.json(200, "{\"code\":true,\"message\":\"success\"}");
  }

  private static SandboxAnswer refused(String code, String message) {
    return SandboxAnswer.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("status", false)
            .put("msg", message)
            .put("code", code));
  }

  @Override
  public BooksSummary summary() {
    return parcels.summary();
  }

  @Override
  public List<BooksTable> tables(int rowsMax) {
    return List.of(parcels.table(rowsMax));
  }
}
