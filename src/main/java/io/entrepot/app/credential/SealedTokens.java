package io.entrepot.app.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.keys.KeyRing;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tokens as sealed bytes that open only under the key they belong to. */
@Component
final class SealedTokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyRing keys;

  SealedTokens(KeyRing keys) {
    this.keys = keys;
  }

  byte[] seal(TokenKey key, Tokens tokens) {
    ObjectNode content = JSON.createObjectNode();
    content.put("access", tokens.access().reveal());
    content.put("issuedAt", tokens.issuedAt().toString());
    if (tokens.refresh() != null) {
      content.put("refresh", tokens.refresh().reveal());
    }
    if (tokens.expiresAt() != null) {
      content.put("expiresAt", tokens.expiresAt().toString());
    }
    try {
      return keys.seal(JSON.writeValueAsBytes(content), context(key));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
  }

  Tokens open(TokenKey key, byte[] sealed) {
    try {
      JsonNode content = JSON.readTree(keys.open(sealed, context(key)));
      return new Tokens(
          Secret.of(content.path("access").asText()),
          content.has("refresh") ? Secret.of(content.path("refresh").asText()) : null,
          Instant.parse(content.path("issuedAt").asText()),
          instant(content.path("expiresAt")));
    } catch (IOException e) {
      throw new UncheckedIOException("sealed tokens of " + key + " are no JSON", e);
    }
  }

  /** The same content under the current key. */
  byte[] reseal(TokenKey key, byte[] sealed) {
    return keys.seal(keys.open(sealed, context(key)), context(key));
  }

  private static @Nullable Instant instant(JsonNode text) {
    return text.isMissingNode() ? null : Instant.parse(text.asText());
  }

  private static byte[] context(TokenKey key) {
    return ("token:" + key.partner() + "/" + key.name()).getBytes(StandardCharsets.UTF_8);
  }
}
