package io.entrepot.connectors.spi.sandbox;

import io.entrepot.connectors.spi.PartnerSettings;
import java.time.Duration;
import java.util.Set;

/**
 * OAuth 2 as a partner offers it (RFC 6749): a token endpoint, and access tokens that expire by the
 * partner's clock and can be revoked by {@link StandardFault#TOKEN_REVOKED}. Only hashes of tokens
 * stand in the books, so that tokens outlive a restart and are seen by nobody.
 *
 * @param path of the token endpoint, below the partner's address
 * @param client name of the setting with the client's id
 * @param secret name of the setting with the client's secret
 * @param life of an access token
 * @param refreshLife of a refresh token; zero gives none
 * @param refreshGrace how long a refresh token still works after its first use; zero takes each
 *     once. A partner with a grace survives that its answer was lost.
 * @param grants those it takes: {@code client_credentials}, {@code authorization_code}, {@code
 *     password}, {@code refresh_token}
 * @param refusedStatus of a wrong client or grant, 400 or 401 by the standard; Akeneo says 422
 */
public record SandboxOAuth(
    String path,
    String client,
    String secret,
    Duration life,
    Duration refreshLife,
    Duration refreshGrace,
    Set<String> grants,
    int refusedStatus)
    implements SandboxAuth {

  /** Client credentials only: settings {@code client-id} and {@code client-secret}, an hour. */
  public static SandboxOAuth at(String path) {
    return new SandboxOAuth(
        path,
        "client-id",
        "client-secret",
        Duration.ofHours(1),
        Duration.ZERO,
        Duration.ZERO,
        Set.of("client_credentials"),
        401);
  }

  public SandboxOAuth settings(String clientId, String clientSecret) {
    return new SandboxOAuth(
        path, clientId, clientSecret, life, refreshLife, refreshGrace, grants, refusedStatus);
  }

  public SandboxOAuth life(Duration access) {
    return new SandboxOAuth(
        path, client, secret, access, refreshLife, refreshGrace, grants, refusedStatus);
  }

  /**
   * Gives refresh tokens, each with a successor, to who comes with a code or a password.
   *
   * <p>A code is got by {@code GET /authorize?redirect_uri&state}, answered 302 with {@code code}.
   */
  public SandboxOAuth rotating(Duration refresh, Duration grace) {
    return new SandboxOAuth(
        path,
        client,
        secret,
        life,
        refresh,
        grace,
        Set.of("authorization_code", "password", "refresh_token"),
        refusedStatus);
  }

  public SandboxOAuth refusing(int status) {
    return new SandboxOAuth(path, client, secret, life, refreshLife, refreshGrace, grants, status);
  }

  @Override
  public Admission open(PartnerSettings account, SandboxSite site) {
    return new TokenDesk(this, account, site);
  }
}
