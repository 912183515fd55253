package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.app.keys.KeyRing;
import io.entrepot.app.keys.TestKeys;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CredentialsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final CredentialKey KEY = new CredentialKey("shopee", "partner-key");

  private final HikariDataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final KeyRing ring = TestKeys.ring("old", "old");

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theNewSecretIsSentAtOnceAndTheOldOneIsAcceptedWhileTheOverlapLasts() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    int version =
        credentials(ring, NOW).set(KEY, Secret.of("second-secret"), Duration.ofHours(24), "kim");

    assertThat(version).isEqualTo(2);
    assertThat(stored(ring, NOW).find("shopee", "partner-key"))
        .contains(Secret.of("second-secret"));
    assertThat(stored(ring, NOW.plusSeconds(86_399)).accepted("shopee", "partner-key"))
        .containsExactly(Secret.of("second-secret"), Secret.of("first-secret"));
    assertThat(stored(ring, NOW.plusSeconds(86_400)).accepted("shopee", "partner-key"))
        .containsExactly(Secret.of("second-secret"));
  }

  @Test
  void withoutOverlapTheOldSecretIsVoidAndGone() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    credentials(ring, NOW).set(KEY, Secret.of("second-secret"), Duration.ZERO, "kim");

    assertThat(stored(ring, NOW).accepted("shopee", "partner-key"))
        .containsExactly(Secret.of("second-secret"));
    assertThat(jdbc.sql("SELECT count(*) FROM credential.secret").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void nothingOfASecretStandsInTheDatabaseInPlain() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");

    String row =
        jdbc.sql("SELECT encode(sealed, 'escape') || secret::text FROM credential.secret")
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("first-secret").contains("old");
  }

  @Test
  void aRowCopiedToAnotherPartnerOrNameDoesNotOpenAndHarmsNoOther() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    for (CredentialKey stolen :
        List.of(new CredentialKey("wms", "partner-key"), new CredentialKey("shopee", "other"))) {
      jdbc.sql(
              """
              INSERT INTO credential.secret
              SELECT :partner, :name, version, sealed, key_id, created_at, created_by, valid_until
              FROM credential.secret WHERE partner = 'shopee' AND name = 'partner-key'
              """)
          .param("partner", stolen.partner())
          .param("name", stolen.name())
          .update();
    }

    StoredCredentials stored = stored(ring, NOW);

    assertThat(stored.find("wms", "partner-key")).isEmpty();
    assertThat(stored.find("shopee", "other")).isEmpty();
    assertThat(stored.find("shopee", "partner-key")).contains(Secret.of("first-secret"));
  }

  @Test
  void anotherNodeSeesAChangeWithinSeconds() {
    StoredCredentials otherNode = stored(ring, NOW);
    assertThat(otherNode.find("shopee", "partner-key")).isEmpty();

    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(otherNode.find("shopee", "partner-key"))
                    .contains(Secret.of("first-secret")));
  }

  @Test
  void whatIsKnownGoesOnWhileTheDatabaseIsAway() {
    HikariDataSource away = TestDatabase.fresh();
    StoredCredentials node =
        new StoredCredentials(JdbcClient.create(away), ring, Clock.fixed(NOW, ZoneOffset.UTC));
    new Credentials(
            JdbcClient.create(away),
            new ChangeLog(JdbcClient.create(away), Clock.systemUTC()),
            ring,
            new TransactionTemplate(new JdbcTransactionManager(away)),
            Clock.systemUTC())
        .set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    assertThat(node.find("shopee", "partner-key")).isPresent();

    away.close();
    node.changed();

    assertThat(node.find("shopee", "partner-key")).contains(Secret.of("first-secret"));
  }

  @Test
  void eachChangeIsWrittenDownWithItsAuthorAndNeverWithAValue() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    credentials(ring, NOW.plusSeconds(1))
        .set(KEY, Secret.of("second-secret"), Duration.ofHours(1), "lee");
    credentials(ring, NOW.plusSeconds(2)).delete(KEY, "park");

    assertThat(
            jdbc.sql(
                    """
                    SELECT who || ' ' || partner || ' ' || name || ' ' || what
                    FROM credential.change ORDER BY id
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "kim shopee partner-key set",
            "lee shopee partner-key replaced; the one before is accepted for 3600 s more",
            "park shopee partner-key deleted");
  }

  @Test
  void afterARotationOldSecretsOpenAndAreSealedAnewWithTheNewKey() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    TokenKey tokenKey = new TokenKey("shopee", "shop-1");
    vault(ring)
        .authorised(tokenKey, new Tokens(Secret.of("access"), Secret.of("refresh"), NOW, null));
    KeyRing rotated = TestKeys.ring("new", "old", "new");
    assertThat(stored(rotated, NOW).find("shopee", "partner-key"))
        .contains(Secret.of("first-secret"));

    Reencryption.Result result = new Reencryption(jdbc, rotated, new SealedTokens(rotated)).run();

    assertThat(result).isEqualTo(new Reencryption.Result(2, 0));
    KeyRing newOnly = TestKeys.ring("new", "new");
    assertThat(stored(newOnly, NOW).find("shopee", "partner-key"))
        .contains(Secret.of("first-secret"));
    assertThat(vault(newOnly).current(tokenKey).orElseThrow().tokens().refresh())
        .isEqualTo(Secret.of("refresh"));
    assertThat(new Reencryption(jdbc, rotated, new SealedTokens(rotated)).countsByKey())
        .containsOnlyKeys("new");
  }

  @Test
  void aRowWhoseKeyIsGoneIsCountedAndLeftAsItIs() {
    credentials(ring, NOW).set(KEY, Secret.of("first-secret"), Duration.ZERO, "kim");
    KeyRing withoutOld = TestKeys.ring("new", "new");

    Reencryption.Result result =
        new Reencryption(jdbc, withoutOld, new SealedTokens(withoutOld)).run();

    assertThat(result).isEqualTo(new Reencryption.Result(0, 1));
    assertThat(stored(ring, NOW).find("shopee", "partner-key")).contains(Secret.of("first-secret"));
  }

  private Credentials credentials(KeyRing keys, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Credentials(
        jdbc,
        new ChangeLog(jdbc, clock),
        keys,
        new TransactionTemplate(new JdbcTransactionManager(database)),
        clock);
  }

  private StoredCredentials stored(KeyRing keys, Instant now) {
    return new StoredCredentials(jdbc, keys, Clock.fixed(now, ZoneOffset.UTC));
  }

  private JdbcTokenVault vault(KeyRing keys) {
    return new JdbcTokenVault(jdbc, new JdbcTransactionManager(database), new SealedTokens(keys));
  }
}
