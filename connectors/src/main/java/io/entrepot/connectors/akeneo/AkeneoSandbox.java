package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxOAuth;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import io.entrepot.connectors.spi.sandbox.rest.NoticeSignature;
import io.entrepot.connectors.spi.sandbox.rest.RestResource;
import io.entrepot.connectors.spi.sandbox.rest.RestSandbox;
import io.entrepot.connectors.spi.sandbox.rest.RestWebhook;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Akeneo simulated: its reading API, writing one product, and the events of the latter. */
@Component
final class AkeneoSandbox implements Sandbox {
  private static final String ID = "akeneo";
  private static final String API = "/api/rest/v1/";
  private static final int CALLS_A_SECOND = 100;

  private final RestSandbox rest;

  AkeneoSandbox(PartnerSettingsSource source) {
    PartnerSettings account = source.of(ID).remembered();
    this.rest =
        RestSandbox.of(account)
            .auth(
                SandboxOAuth.at("/api/oauth/v1/token")
                    .rotating(Duration.ofDays(14), Duration.ZERO)
                    .refusing(422))
            .voice(new SimulatedAkeneoVoice())
            .limit(RateLimit.perSecond(CALLS_A_SECOND))
            .webhook(
                RestWebhook.to("sandbox-webhook-url")
                    .signed(
                        NoticeSignature.hmacHex(
                            "X-AKENEO-SIGNATURE-PRIMARY", "", "{body}", "webhook-secret")));
    shelf("products-uuid", "uuid", new SimulatedAkeneoSearch(), SimulatedAkeneoStock.products());
    shelf("categories", "code", SimulatedAkeneoFilter.NONE, SimulatedAkeneoStock.categories());
    shelf("families", "code", SimulatedAkeneoFilter.NONE, SimulatedAkeneoStock.families());
    shelf("attributes", "code", SimulatedAkeneoFilter.NONE, SimulatedAkeneoStock.attributes());
    shelf("channels", "code", SimulatedAkeneoFilter.NONE, SimulatedAkeneoStock.channels());
    rest.route("PATCH", API + "products-uuid/{uuid}", new SimulatedAkeneoPatch());
  }

  private void shelf(String name, String id, SimulatedAkeneoFilter filter, List<JsonNode> stock) {
    rest.route("GET", API + name, new SimulatedAkeneoList(name, id, filter));
    rest.resource(RestResource.at(API + name).named(name).id(id).readOnly().stocked(stock));
  }

  @Override
  public String partner() {
    return rest.partner();
  }

  @Override
  public List<FaultName> faults() {
    return rest.faults();
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    return new SimulatedAkeneo(rest.open(site));
  }
}
