package io.entrepot.core.account;

/**
 * Gives an account another password.
 *
 * @param passwordHash made by the application; the core never sees a password
 */
public record ChangePassword(String login, String passwordHash) {

  /** Without the hash. */
  @Override
  public String toString() {
    return "ChangePassword[%s]".formatted(login);
  }
}
