package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.auth.Authentications;
import io.entrepot.connectors.http.auth.MemoryTokenVault;
import java.time.Clock;

/** Authentications whose tokens last as long as a test. */
public final class MemoryVault {
  private MemoryVault() {}

  public static Authentications authentications() {
    return new Authentications(new MemoryTokenVault(), Clock.systemUTC());
  }
}
