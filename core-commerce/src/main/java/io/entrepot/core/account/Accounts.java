package io.entrepot.core.account;

import java.util.UUID;

/** Port: keeps accounts. */
public interface Accounts {
  /** False when the login is taken; nothing is changed then. */
  boolean add(UUID accountId, CreateAccount account);

  /** False when there is no such login. */
  boolean changePassword(String login, String passwordHash);
}
