package io.entrepot.connectors.http.declared;

import org.jspecify.annotations.Nullable;

/**
 * A setting that the partner needs: {@code entrepot.partners.<id>.<name>}.
 *
 * @param secret never in the file, never shown
 * @param fallback where it is not set
 * @param environment a variable that is read where it is not set
 * @param development against the sandbox
 */
record DeclaredSetting(
    String name,
    boolean secret,
    @Nullable String fallback,
    @Nullable String environment,
    @Nullable String development) {}
