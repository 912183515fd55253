package io.entrepot.app.launch;

/** What {@code ./hub} answers to the shell. */
public final class ExitCodes {
  public static final int OK = 0;
  public static final int CHECK_FAILED = 1;

  /** Wrong usage, or an environment in which the verb cannot work. */
  public static final int REFUSED = 2;

  public static final int NO_HUB = 3;

  private ExitCodes() {}
}
