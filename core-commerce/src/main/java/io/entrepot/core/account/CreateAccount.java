package io.entrepot.core.account;

import java.util.Locale;
import java.util.Set;

/**
 * Lets someone sign in.
 *
 * @param login 1 to 100 characters; upper and lower case are the same
 * @param passwordHash made by the application; the core never sees a password
 * @param roles at least one
 */
public record CreateAccount(String login, String passwordHash, Set<Role> roles) {

  public CreateAccount {
    login = login.toLowerCase(Locale.ROOT);
    if (login.isBlank() || login.length() > 100) {
      throw new IllegalArgumentException("a login must have 1 to 100 characters");
    }
    if (passwordHash.isBlank()) {
      throw new IllegalArgumentException("account '" + login + "' needs a password hash");
    }
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("account '" + login + "' needs at least one role");
    }
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "CreateAccount[%s, roles=%s]".formatted(login, roles);
  }
}
