package io.entrepot.core.account;

/** What an account may do; stored by name. */
public enum Role {
  CONSUMER,
  SELLER,
  MANAGER,
  ADMIN,
  OPS,
  FINANCE
}
