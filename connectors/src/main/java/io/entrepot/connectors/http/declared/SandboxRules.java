package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.sandbox.rest.Paging;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a plain partner is simulated. Says its addresses again: a wrong one in the operations is
 * found by the first test, and not repeated here.
 *
 * @param auth how it checks who asks
 * @param settings names that the check needs, by role
 * @param idempotencyHeader null if it keeps no answers
 * @param webhook null if it tells nothing
 */
record SandboxRules(
    Auth auth,
    Map<String, String> settings,
    @Nullable String idempotencyHeader,
    @Nullable Webhook webhook,
    List<Resource> resources) {

  /** How a simulated partner checks who asks. */
  enum Auth {
    none,
    header,
    bearer,
    basic,
    oauth2
  }

  /**
   * Where it reports and how it signs.
   *
   * @param notice the document it sends
   * @param timestampHeader empty for none
   */
  record Webhook(
      String notice, String signatureHeader, String timestampHeader, String base, String secret) {}

  /**
   * A collection of documents.
   *
   * @param id the field that names one; null lets the partner number them
   * @param stock what it begins with
   * @param tells what it reports once a document was added, with {@code {$.field}} of it; null for
   *     nothing
   */
  record Resource(
      String path,
      @Nullable String id,
      List<String> required,
      boolean readOnly,
      @Nullable Paging paging,
      List<JsonNode> stock,
      @Nullable JsonNode tells) {}
}
