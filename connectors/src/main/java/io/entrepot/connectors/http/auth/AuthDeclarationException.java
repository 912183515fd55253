package io.entrepot.connectors.http.auth;

/** A declaration that cannot be meant; the message says where, what is wrong and what to write. */
public final class AuthDeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AuthDeclarationException(String place, String problem) {
    super(place + ": " + problem);
  }
}
