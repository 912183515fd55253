package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Gives out tokens and knows which are good. */
final class TokenDesk implements Admission {
  private static final String AUTHORIZE = "/authorize";

  private final SandboxOAuth plan;
  private final PartnerSettings account;
  private final SandboxSite site;
  private final TokenRegister register;

  TokenDesk(SandboxOAuth plan, PartnerSettings account, SandboxSite site) {
    this.plan = plan;
    this.account = account;
    this.site = site;
    this.register = new TokenRegister(plan, site);
  }

  @Override
  public void apply(JsonNode entry) {
    register.apply(entry);
  }

  @Override
  public boolean admits(SandboxRequest request) {
    String token = request.header("Authorization").orElse("").replaceFirst("^Bearer ", "");
    if (!register.good(TokenRegister.ACCESS, token)) {
      return false;
    }
    if (site.faults().struckIfKnown(StandardFault.TOKEN_REVOKED).isPresent()) {
      register.revoke(token);
      return false;
    }
    return true;
  }

  @Override
  public Optional<SandboxAnswer> token(SandboxRequest request) {
    if (request.path().equals(AUTHORIZE) && plan.grants().contains("authorization_code")) {
      return Optional.of(authorize(request));
    }
    return request.path().equals(plan.path()) ? Optional.of(asked(request)) : Optional.empty();
  }

  private SandboxAnswer authorize(SandboxRequest request) {
    String back = request.parameter("redirect_uri").orElse("");
    if (!request.parameter("client_id").equals(account.find(plan.client()))) {
      return refused("unauthorized_client");
    }
    String code = register.issue(TokenRegister.CODE, site.clock().instant().plusSeconds(300));
    String query = "code=" + code + "&state=" + encoded(request.parameter("state").orElse(""));
    return new SandboxAnswer(302, "text/plain", "", Map.of())
        .with("Location", back + (back.contains("?") ? "&" : "?") + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private SandboxAnswer asked(SandboxRequest request) {
    if (!request.method().equals("POST")) {
      return refused("invalid_request");
    }
    if (!clientKnown(request)) {
      return refused("invalid_client");
    }
    String grant = field(request, "grant_type");
    if (!plan.grants().contains(grant)) {
      return refused("unsupported_grant_type");
    }
    return granted(request, grant) ? given() : refused("invalid_grant");
  }

  private boolean granted(SandboxRequest request, String grant) {
    return switch (grant) {
      case "authorization_code" -> register.use(TokenRegister.CODE, field(request, "code"));
      case "refresh_token" -> register.use(TokenRegister.REFRESH, field(request, "refresh_token"));
      case "password" ->
          account.find("username").equals(Optional.of(field(request, "username")))
              && account.find("password").equals(Optional.of(field(request, "password")));
      default -> true;
    };
  }

  /** By Basic header, or by fields. */
  private boolean clientKnown(SandboxRequest request) {
    String pair =
        account.find(plan.client()).orElse("") + ":" + account.find(plan.secret()).orElse("");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    String fields = field(request, "client_id") + ":" + field(request, "client_secret");
    return pair.length() > 1
        && (request.header("Authorization").equals(Optional.of(basic)) || fields.equals(pair));
  }

  private static String field(SandboxRequest request, String name) {
    return request.parameter(name).orElseGet(() -> request.json().path(name).asText());
  }

  private SandboxAnswer given() {
    Instant now = site.clock().instant();
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("access_token", register.issue(TokenRegister.ACCESS, now.plus(plan.life())))
            .put("token_type", "bearer")
            .put("expires_in", plan.life().toSeconds());
    if (!plan.refreshLife().isZero()) {
      answer.put(
          "refresh_token", register.issue(TokenRegister.REFRESH, now.plus(plan.refreshLife())));
    }
    return SandboxAnswer.json(200, answer);
  }

  private SandboxAnswer refused(String error) {
    return SandboxAnswer.json(
        error.equals("invalid_client") ? plan.refusedStatus() : refusedGrant(),
        JsonNodeFactory.instance.objectNode().put("error", error));
  }

  private int refusedGrant() {
    return plan.refusedStatus() == 401 ? 400 : plan.refusedStatus();
  }
}
