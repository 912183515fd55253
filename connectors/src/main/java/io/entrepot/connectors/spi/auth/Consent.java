package io.entrepot.connectors.spi.auth;

import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.Secret;
import java.net.URI;
import java.util.Map;

/**
 * How the owner of an account at the partner allows the hub in, once, in a browser. The hub makes
 * and checks the state and keeps the verifier; the connector knows the partner's addresses.
 */
public interface Consent {
  /** Under which the tokens are kept. */
  TokenKey key();

  /**
   * Where the owner is sent.
   *
   * @param state random, to be brought back unchanged
   * @param verifier of PKCE (RFC 7636), 43 characters or more; only its SHA-256 goes into the
   *     address, and nothing if the partner knows no PKCE
   * @param redirect where the partner sends the owner back to
   */
  URI address(String state, Secret verifier, URI redirect) throws PartnerException;

  /**
   * Turns what the browser brought back into the first tokens.
   *
   * @param answer query parameters of the way back; the state was checked already
   * @param verifier as given to {@link #address}
   * @param redirect as given to {@link #address}
   */
  Tokens exchange(Map<String, String> answer, Secret verifier, URI redirect)
      throws PartnerException;
}
