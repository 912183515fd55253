package io.entrepot.connectors.http.auth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.StatusErrors;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token server answers. Its texts are never quoted, as some repeat what they were sent.
 *
 * @param lifetimeSeconds where the answer does not say; 0 if the token lasts until it is refused
 */
record TokenAnswer(
    JsonPointer access,
    JsonPointer refresh,
    JsonPointer expiresIn,
    JsonPointer error,
    Set<String> grantRefused,
    int lifetimeSeconds) {
  private static final int TEN_YEARS_SECONDS = 315_360_000;
  private static final Set<String> CLIENT_REFUSED =
      Set.of("invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

  static TokenAnswer of(Declared declared) {
    Set<String> refused = new HashSet<>(declared.texts("grant-refused-codes"));
    refused.add(TokenSource.INVALID_GRANT);
    return new TokenAnswer(
        RefusedWhen.pointer(declared, "access-token-at", "/access_token"),
        RefusedWhen.pointer(declared, "refresh-token-at", "/refresh_token"),
        RefusedWhen.pointer(declared, "expires-in-at", "/expires_in"),
        RefusedWhen.pointer(declared, "error-at", "/error"),
        Set.copyOf(refused),
        declared.number("lifetime-seconds", 0, TEN_YEARS_SECONDS, 0));
  }

  Tokens read(HttpAnswer answer, Instant asked, Optional<Secret> before) throws PartnerException {
    JsonNode body = answer.jsonOrMissing();
    String code = body.at(error).asText();
    if (grantRefused.contains(code) && answer.status() < 500) {
      throw new PartnerException(
          ErrorClass.OUR_BUG, TokenSource.INVALID_GRANT, answer + ": the grant is refused");
    }
    if (!answer.ok()) {
      throw refused(answer, code);
    }
    String token = body.at(access).asText();
    if (token.isBlank()) {
      throw withoutToken(answer, code);
    }
    Secret next = secret(body.at(refresh).asText()).orElse(before.orElse(null));
    return new Tokens(Secret.of(token), next, asked, end(body, asked));
  }

  private static Optional<Secret> secret(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(Secret.of(text));
  }

  private @Nullable Instant end(JsonNode body, Instant asked) {
    // Some write the number as text.
    long seconds = body.at(expiresIn).asLong(lifetimeSeconds);
    return seconds <= 0 ? null : asked.plusSeconds(Math.min(seconds, TEN_YEARS_SECONDS));
  }

  private static PartnerException refused(HttpAnswer answer, String code) {
    PartnerException byStatus = StatusErrors.of(answer);
    if (CLIENT_REFUSED.contains(code) || byStatus.errorClass() == ErrorClass.CLIENT_ERROR) {
      return new PartnerException(
          ErrorClass.OUR_BUG,
          CLIENT_REFUSED.contains(code) ? code : byStatus.code(),
          answer + ": the token server refuses this client; check client id, secret and scope");
    }
    return byStatus;
  }

  private static PartnerException withoutToken(HttpAnswer answer, String code) {
    return code.isBlank()
        ? new PartnerException(
            ErrorClass.BAD_ANSWER, "BAD_ANSWER", answer + " without an access token")
        : new PartnerException(
            ErrorClass.OUR_BUG, "TOKEN_REFUSED", answer + " with an error and no access token");
  }
}
