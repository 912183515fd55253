package io.entrepot.app.security;

/** Roles of accounts that the console and the operations API know. */
public final class Roles {
  /** May do everything. */
  public static final String ADMIN = "ADMIN";

  /** Watches and heals the hub. */
  public static final String OPS = "OPS";

  private Roles() {}

  static String authority(String role) {
    return "ROLE_" + role;
  }
}
