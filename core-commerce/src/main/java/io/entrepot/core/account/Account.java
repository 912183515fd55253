package io.entrepot.core.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Someone who may sign in.
 *
 * @param passwordHash in the encoder's own text form; never shown
 * @param enabled false shuts the account out
 */
public record Account(
    UUID accountId,
    String login,
    String passwordHash,
    Set<Role> roles,
    boolean enabled,
    Instant createdAt) {

  /** Without the hash. */
  @Override
  public String toString() {
    return "Account[%s, roles=%s, enabled=%s]".formatted(login, roles, enabled);
  }
}
