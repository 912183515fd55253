package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import io.entrepot.app.keys.TestKeys;
import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.http.auth.Authentications;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What each node of a test has of its own, and what they share: one database and one key ring. */
final class Nodes {
  static final KeyRing KEYS = TestKeys.ring("k1", "k1");

  private Nodes() {}

  static JdbcTokenVault vault(DataSource database) {
    return new JdbcTokenVault(
        JdbcClient.create(database), new JdbcTransactionManager(database), new SealedTokens(KEYS));
  }

  /** Authentications of a node that was just started: nothing is remembered. */
  static Authentications node(DataSource database) {
    return new Authentications(vault(database), Clock.systemUTC());
  }

  static AuthDeclaration rotating(PartnerWithTokens partner, Map<String, ?> more) {
    Map<String, Object> declared = new HashMap<>();
    declared.put("kind", "oauth2-authorization-code");
    declared.put("authorize-url", partner.url("/authorize"));
    declared.put("token-url", partner.url("/token"));
    declared.put("client-id", "hub");
    declared.put("refresh-pause-seconds", 0);
    declared.putAll(more);
    return new AuthDeclaration("test", declared);
  }

  static PartnerSettings settings() {
    return PartnerSettings.of("acme", Map.of("client-secret", "client-secret-marked"));
  }

  static TokenKey key(DataSource database, AuthDeclaration declaration) {
    return node(database).consent(declaration, settings()).orElseThrow().key();
  }

  /** The owner's consent, with an access token that is over already. */
  static HeldTokens authorised(
      DataSource database, AuthDeclaration declaration, PartnerWithTokens partner) {
    Instant hourAgo = Instant.now().minusSeconds(3600);
    return vault(database)
        .authorised(
            key(database, declaration),
            new Tokens(
                Secret.of("access-token-old-marked"),
                Secret.of(partner.newRefreshToken()),
                hourAgo,
                hourAgo.plusSeconds(600)));
  }
}
