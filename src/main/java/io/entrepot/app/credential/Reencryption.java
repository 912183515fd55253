package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import io.entrepot.app.keys.UnreadableText;
import io.entrepot.connectors.spi.auth.TokenKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals secrets and tokens anew with the current key. A row that changes meanwhile is left to
 * whoever changed it: that one sealed it with the current key.
 */
@Component
final class Reencryption {
  private static final Logger LOG = LoggerFactory.getLogger(Reencryption.class);

  private final JdbcClient jdbc;
  private final KeyRing keys;
  private final SealedTokens tokens;

  Reencryption(JdbcClient jdbc, KeyRing keys, SealedTokens tokens) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.tokens = tokens;
  }

  /**
   * What became of the rows that an old key sealed.
   *
   * @param failed could not be opened; they are as they were
   */
  record Result(int done, int failed) {
    Result plus(Result other) {
      return new Result(done + other.done, failed + other.failed);
    }
  }

  Result run() {
    Result result = secrets().plus(ofTokens());
    LOG.info(
        "Sealed anew with key {}: {} rows, {} failed",
        keys.currentId(),
        result.done,
        result.failed);
    return result;
  }

  /** How many secrets and tokens each key seals; personal data are not counted. */
  Map<String, Long> countsByKey() {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql(
            """
            SELECT key_id, count(*) AS n FROM (
                SELECT key_id FROM credential.secret
                UNION ALL
                SELECT key_id FROM credential.token WHERE key_id IS NOT NULL) all_keys
            GROUP BY key_id
            """)
        .query(
            row -> {
              counts.put(row.getString("key_id"), row.getLong("n"));
            });
    return counts;
  }

  private Result secrets() {
    Result result = new Result(0, 0);
    for (CredentialRows.Sealed row :
        new CredentialRows(jdbc).sealedByOthersThan(keys.currentId())) {
      byte[] context = row.key().context();
      result =
          result.plus(
              anew(
                  row.key().toString(),
                  () -> keys.seal(keys.open(row.text(), context), context),
                  text -> save(row, text)));
    }
    return result;
  }

  private int save(CredentialRows.Sealed row, byte[] sealed) {
    return jdbc.sql(
            """
            UPDATE credential.secret SET sealed = :sealed, key_id = :keyId
            WHERE partner = :partner AND name = :name AND version = :version AND sealed = :old
            """)
        .param("sealed", sealed)
        .param("keyId", KeyRing.keyIdOf(sealed))
        .param("partner", row.key().partner())
        .param("name", row.key().name())
        .param("version", row.version())
        .param("old", row.text())
        .update();
  }

  private Result ofTokens() {
    Result result = new Result(0, 0);
    for (OldToken token : oldTokens()) {
      result =
          result.plus(
              anew(
                  token.key.toString(),
                  () -> tokens.reseal(token.key, token.sealed),
                  text -> save(token, text)));
    }
    return result;
  }

  @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
  private record OldToken(TokenKey key, byte[] sealed) {}

  private List<OldToken> oldTokens() {
    return jdbc.sql("SELECT partner, name, sealed FROM credential.token WHERE key_id <> :current")
        .param("current", keys.currentId())
        .query(
            (row, number) ->
                new OldToken(
                    new TokenKey(row.getString("partner"), row.getString("name")),
                    row.getBytes("sealed")))
        .list();
  }

  private int save(OldToken token, byte[] sealed) {
    return jdbc.sql(
            """
            UPDATE credential.token SET sealed = :sealed, key_id = :keyId
            WHERE partner = :partner AND name = :name AND sealed = :old
            """)
        .param("sealed", sealed)
        .param("keyId", KeyRing.keyIdOf(sealed))
        .param("partner", token.key.partner())
        .param("name", token.key.name())
        .param("old", token.sealed)
        .update();
  }

  private static Result anew(
      String what,
      java.util.function.Supplier<byte[]> reseal,
      java.util.function.ToIntFunction<byte[]> save) {
    try {
      return new Result(save.applyAsInt(reseal.get()), 0);
    } catch (UnreadableText e) {
      LOG.error("{} cannot be sealed anew: {}", what, e.getMessage());
      return new Result(0, 1);
    }
  }
}
