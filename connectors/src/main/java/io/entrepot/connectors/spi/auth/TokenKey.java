package io.entrepot.connectors.spi.auth;

/**
 * Which tokens are meant. One chain of refresh tokens has one key.
 *
 * @param partner the connector's id
 * @param name 1 to 100 characters: the account or shop at that partner, with a mark of the token
 *     server and client, so that tokens of another client are never sent
 */
public record TokenKey(String partner, String name) {
  public TokenKey {
    if (partner.isBlank() || name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("a token key needs a partner and a name of 1 to 100");
    }
  }

  @Override
  public String toString() {
    return partner + "/" + name;
  }
}
