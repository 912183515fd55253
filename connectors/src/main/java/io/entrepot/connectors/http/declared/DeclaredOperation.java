package io.entrepot.connectors.http.declared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of the partner.
 *
 * @param path below the base address; values in it are encoded
 * @param query left out where a value of the document is missing
 * @param request a mapping applied to the document before, null for none
 * @param answer a mapping applied to the answer, or to each item of a page; null for none
 * @param idempotencyHeader null if the partner has none
 * @param pages null if the answer is not a list in pages
 */
record DeclaredOperation(
    String name,
    String method,
    Template path,
    Map<String, Template> query,
    Map<String, Template> headers,
    BodyKind body,
    @Nullable String request,
    @Nullable String answer,
    @Nullable String idempotencyHeader,
    boolean reads,
    int timeoutSeconds,
    SuccessRule success,
    @Nullable Paging pages) {

  /** How the document is sent. */
  enum BodyKind {
    none,
    json,
    form
  }
}
