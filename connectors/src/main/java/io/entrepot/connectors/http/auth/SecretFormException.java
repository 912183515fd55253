package io.entrepot.connectors.http.auth;

/** A secret is set, but not of the form declared; the message never quotes it. */
final class SecretFormException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  SecretFormException(String problem) {
    super(problem);
  }
}
