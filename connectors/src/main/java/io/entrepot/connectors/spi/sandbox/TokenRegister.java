package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tokens are good until when; by their hashes, as the books have them. */
final class TokenRegister {
  static final String ACCESS = "access";
  static final String REFRESH = "refresh";
  static final String CODE = "code";

  private static final String GIVEN = "token-given";
  private static final String ENDED = "token-ended";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SandboxOAuth plan;
  private final SandboxSite site;
  private final Map<String, Instant> goodUntil = new HashMap<>();

  TokenRegister(SandboxOAuth plan, SandboxSite site) {
    this.plan = plan;
    this.site = site;
  }

  synchronized void apply(JsonNode entry) {
    String type = entry.path("type").asText();
    if (type.equals(GIVEN) || type.equals(ENDED)) {
      goodUntil.put(entry.path("token").asText(), Instant.parse(entry.path("until").asText()));
    }
  }

  synchronized String issue(String kind, Instant until) {
    byte[] random = new byte[24];
    RANDOM.nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    write(GIVEN, key(kind, token), until);
    return token;
  }

  synchronized boolean good(String kind, String token) {
    Instant until = until(kind, token);
    return until != null && site.clock().instant().isBefore(until);
  }

  /** Whether it was good; it is no longer, once its grace is over. */
  synchronized boolean use(String kind, String token) {
    Instant until = until(kind, token);
    Instant now = site.clock().instant();
    if (until == null || !now.isBefore(until)) {
      return false;
    }
    Instant grace = kind.equals(REFRESH) ? now.plus(plan.refreshGrace()) : now;
    if (grace.isBefore(until)) {
      write(ENDED, key(kind, token), grace);
    }
    return true;
  }

  synchronized void revoke(String token) {
    write(ENDED, key(ACCESS, token), Instant.EPOCH);
  }

  private @Nullable Instant until(String kind, String token) {
    return token.isEmpty() ? null : goodUntil.get(key(kind, token));
  }

  private void write(String type, String key, Instant until) {
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", type)
            .put("token", key)
            .put("until", until.toString())
            .put("at", site.clock().instant().toString());
    site.books().write(entry);
    goodUntil.put(key, until);
  }

  private static String key(String kind, String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return kind + ":" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
