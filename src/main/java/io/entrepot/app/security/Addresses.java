package io.entrepot.app.security;

/** Addresses that the chains and the pages must agree on. */
public final class Addresses {
  public static final String CONSOLE = "/console";
  public static final String SIGN_IN = "/console/sign-in";
  public static final String SIGN_OUT = "/console/sign-out";
  public static final String ASSETS = "/console/assets";
  public static final String LIVE = "/console/live";

  private Addresses() {}
}
