package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;

/** {@code must-ask}: anyone may have sent it; what it says is believed only of the partner. */
final class MustAsk implements InboundTrust {
  @Override
  public Trust trust() {
    return Trust.MUST_ASK;
  }

  @Override
  public void check(RawNotice notice) {
    // There is nothing to check: the notice only says when to ask.
  }
}
