package io.entrepot.connectors.spi.auth;

import io.entrepot.connectors.spi.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token server handed out. Printing it shows no token.
 *
 * @param access sent with each call
 * @param refresh null if new tokens are had without one
 * @param issuedAt by our clock, when we asked, so that a slow answer makes no token younger
 * @param expiresAt by our clock; null if the partner does not say
 */
public record Tokens(
    Secret access, @Nullable Secret refresh, Instant issuedAt, @Nullable Instant expiresAt) {}
