package io.entrepot.connectors.spi;

import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * Where a development hub stands.
 *
 * @param sandbox base address of the sandbox server, without a slash at the end
 * @param smtp address of the mail sink, such as {@code smtp://127.0.0.1:2525}
 * @param hub the hub as partners and buyers reach it, without a slash at the end
 * @param secrets a generated secret by name (lower case, hyphens), of letters and digits, at least
 *     32 long, the same each time the name is asked for in this data directory
 */
public record Surroundings(URI sandbox, URI smtp, URI hub, UnaryOperator<String> secrets) {
  /** The address of a simulated partner. */
  public String simulated(String partner) {
    return sandbox + "/" + partner;
  }

  /** Where the hub takes that partner's notices. */
  public String webhook(String partner, String document) {
    return hub + "/webhooks/" + partner + "/" + document;
  }

  /** A generated secret. */
  public String secret(String name) {
    return secrets.apply(name);
  }
}
