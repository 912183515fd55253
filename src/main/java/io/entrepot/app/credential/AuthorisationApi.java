package io.entrepot.app.credential;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.node.PublicUrl;
import io.entrepot.app.problem.ProblemException;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.auth.Consent;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/ops/partners/{id}/authorisation}: sends an owner to the partner's consent page.
 */
@RestController
@RequestMapping("/api/v1/ops/partners/{partner}/authorisation")
final class AuthorisationApi {
  private final KnownPartners partners;
  private final Consents consents;
  private final TokenViews tokens;
  private final PublicUrl hub;

  AuthorisationApi(KnownPartners partners, Consents consents, TokenViews tokens, PublicUrl hub) {
    this.partners = partners;
    this.consents = consents;
    this.tokens = tokens;
    this.hub = hub;
  }

  /**
   * Where the owner goes.
   *
   * @param url to be opened in a browser until {@code expiresAt}
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record StartView(String url, String expiresAt) {}

  /**
   * Tokens without the tokens.
   *
   * @param problem null if there is none
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record TokenView(
      String name,
      String state,
      long generation,
      @Nullable String expiresAt,
      String changedAt,
      @Nullable String problem) {}

  @GetMapping
  List<TokenView> show(@PathVariable String partner) {
    partners.require(partner);
    return tokens.of(partner);
  }

  @PostMapping
  StartView start(@PathVariable String partner, Principal who) {
    Consent consent =
        partners
            .require(partner)
            .consent()
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "no-consent-needed",
                        "Nobody has to authorise '"
                            + partner
                            + "': its credentials are settings."));
    URI redirect = URI.create(hub.get() + "/oauth/partners/" + partner + "/callback");
    Consents.Started started = consents.start(partner, redirect, who.getName());
    return new StartView(address(consent, started, redirect), started.expiresAt().toString());
  }

  private static String address(Consent consent, Consents.Started started, URI redirect) {
    try {
      return consent.address(started.state(), started.verifier(), redirect).toString();
    } catch (PartnerException | SettingException e) {
      throw new ProblemException(
          HttpStatus.CONFLICT, "partner-not-ready", String.valueOf(e.getMessage()));
    }
  }
}
