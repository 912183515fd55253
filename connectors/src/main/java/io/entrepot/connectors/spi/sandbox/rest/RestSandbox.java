package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.sandbox.FaultName;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxAuth;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import io.entrepot.connectors.spi.sandbox.StandardFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain REST partner, simulated: collections in its books, a credential, pages, a rate limit,
 * webhooks. Said before it opens:
 *
 * <pre>{@code
 * RestSandbox.of(account)
 *     .auth(SandboxAuth.bearer("api-key"))
 *     .limit(RateLimit.perSecond(20))
 *     .resource(RestResource.at("/v1/orders").id("order_no").required("order_no", "lines"))
 *     .webhook(RestWebhook.to("sandbox-webhook-url").signed(signature))
 * }</pre>
 */
public final class RestSandbox implements Sandbox {
  final PartnerSettings account;
  final List<RestResource> resources = new ArrayList<>();
  final List<RestRoute> routes = new ArrayList<>();
  private final List<FaultName> own = new ArrayList<>();
  SandboxAuth auth = SandboxAuth.none();
  RestVoice voice = RestVoice.plain();
  RateLimit limit = RateLimit.UNLIMITED;
  @Nullable String idempotencyHeader;
  @Nullable RestWebhook webhook;
  private boolean credential;

  private RestSandbox(PartnerSettings account) {
    this.account = account;
  }

  /** Of that partner; its credentials stand in the same settings as the connector's. */
  public static RestSandbox of(PartnerSettings account) {
    return new RestSandbox(account);
  }

  /** Who may ask; everyone by default. */
  public RestSandbox auth(SandboxAuth checked) {
    auth = checked;
    credential = true;
    return this;
  }

  /** How it says yes and no; {@link RestVoice#plain()} by default. */
  public RestSandbox voice(RestVoice spoken) {
    voice = spoken;
    return this;
  }

  /** How often it may be asked; what is more hears 429 with {@code Retry-After}. */
  public RestSandbox limit(RateLimit calls) {
    limit = calls;
    return this;
  }

  /** The header by which a repeated POST hears the first answer again. */
  public RestSandbox idempotent(String header) {
    idempotencyHeader = header;
    return this;
  }

  public RestSandbox resource(RestResource resource) {
    resources.add(resource);
    return this;
  }

  /**
   * What a resource cannot say. Goes before the resources.
   *
   * @param path below the partner's address; {@code {name}} takes one segment
   */
  public RestSandbox route(String method, String path, RestRoute.Work work) {
    routes.add(RestRoute.of(method, path, work));
    return this;
  }

  /** Where it reports what {@link RestResource#tells} says. */
  public RestSandbox webhook(RestWebhook reported) {
    webhook = reported;
    return this;
  }

  /** A fault of its own; a route asks {@link RestDesk#strikes}. */
  public RestSandbox fault(String name, String meaning) {
    own.add(new FaultName(name, meaning));
    return this;
  }

  @Override
  public String partner() {
    return account.partner();
  }

  @Override
  public List<FaultName> faults() {
    List<FaultName> faults = new ArrayList<>(own);
    if (credential) {
      faults.addAll(StandardFault.CREDENTIALS);
    }
    if (webhook != null) {
      faults.addAll(StandardFault.NOTICES);
    }
    return faults;
  }

  @Override
  public SimulatedPartner open(SandboxSite site) {
    SimulatedRest partner = new SimulatedRest(this, site);
    site.books().replay((JsonNode entry) -> partner.apply(entry));
    partner.stock();
    return partner;
  }
}
