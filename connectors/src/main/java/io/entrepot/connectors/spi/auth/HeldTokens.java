package io.entrepot.connectors.spi.auth;

/**
 * Tokens as the vault has them.
 *
 * @param generation grows by one with each renewal; tells an old token from a new one
 */
public record HeldTokens(long generation, Tokens tokens) {}
