package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The OAuth kinds: an access token that is kept, shared by all nodes, and renewed in time. */
final class TokenAuthentication implements Authentication {
  private final Supplier<TokenKeeper> keeper;
  private final TokenPlace place;
  private final RefusedWhen refusedWhen;

  TokenAuthentication(Supplier<TokenKeeper> keeper, TokenPlace place, RefusedWhen refusedWhen) {
    this.keeper = keeper;
    this.place = place;
    this.refusedWhen = refusedWhen;
  }

  HeldTokens tokens(Duration timeout) throws PartnerException {
    return keeper.get().current(timeout);
  }

  @Override
  public AuthenticatedCall authenticate(HttpCall call) throws PartnerException {
    HeldTokens held = keeper.get().current(call.timeout());
    HttpCall with = place.put(call, held.tokens().access());
    return new AuthenticatedCall(with, held.generation(), secrets(held.tokens()));
  }

  static List<Secret> secrets(Tokens tokens) {
    List<Secret> secrets = new ArrayList<>(List.of(tokens.access()));
    if (tokens.refresh() != null) {
      secrets.add(tokens.refresh());
    }
    return secrets;
  }

  @Override
  public boolean refuses(HttpAnswer answer) {
    return refusedWhen.test(answer);
  }

  @Override
  public boolean renewed(AuthenticatedCall refused, Duration timeout) throws PartnerException {
    return keeper.get().renewed(refused.generation(), timeout);
  }
}
