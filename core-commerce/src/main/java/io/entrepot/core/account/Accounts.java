package io.entrepot.core.account;

import java.time.Instant;
import java.util.UUID;

/** Port: keeps accounts; joins the caller's transaction. */
public interface Accounts {
  /** False when the login is taken; nothing is changed then. */
  boolean add(UUID accountId, CreateAccount account, Instant now);

  /** False when there is no such login. */
  boolean changePassword(ChangePassword change, Instant now);
}
