package io.entrepot.core.account;

/** False when the login is taken. */
public interface CreateAccountHandler {
  boolean handle(CreateAccount command);
}
