package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.auth.TokenVault;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes authentications from declarations. A declaration is checked whole when it is read; settings
 * and secrets are asked for when a call is made. Ask for each declaration once and keep the result.
 */
@Component
public final class Authentications {
  private final AuthKinds kinds;

  public Authentications(TokenVault vault, Clock clock) {
    this.kinds = new AuthKinds(vault, clock);
  }

  /**
   * For calls of the partner.
   *
   * @throws AuthDeclarationException saying what is wrong with the declaration
   */
  public Authentication of(AuthDeclaration declaration, PartnerSettings settings) {
    return kinds.outbound(new Declared(declaration, settings));
  }

  /**
   * How an owner lets us in; empty for the kinds that need nobody.
   *
   * @throws AuthDeclarationException saying what is wrong with the declaration
   */
  public Optional<Consent> consent(AuthDeclaration declaration, PartnerSettings settings) {
    return kinds.consent(new Declared(declaration, settings));
  }

  /**
   * For notices of the partner.
   *
   * @throws AuthDeclarationException saying what is wrong with the declaration
   */
  public InboundTrust trust(AuthDeclaration declaration, PartnerSettings settings) {
    return kinds.inbound(new Declared(declaration, settings));
  }
}
