package io.entrepot.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows guessing of passwords. Tries are counted before the password is looked at, so that many at
 * once gain nothing; a sign-in that succeeds forgets those of its account.
 */
@Component
final class SignInThrottle {
  private static final int LOGIN_LENGTH_MAX = 100;

  // A person mistypes a few times; behind one address there may be an office.
  private final TryCounter byAccountAndAddress = new TryCounter(5);
  private final TryCounter byAddress = new TryCounter(30);
  // Stops a guess spread over many addresses, and is wide enough that locking somebody out is work.
  private final TryCounter byAccount = new TryCounter(60);
  private final Clock clock;

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Zero when the try may go on (and is counted), else how long to wait. */
  synchronized Duration admit(String login, String address) {
    Instant now = clock.instant();
    var account = normal(login);
    var wait =
        longest(
            byAccountAndAddress.wait(account + "@" + address, now),
            longest(byAddress.wait(address, now), byAccount.wait(account, now)));
    if (wait.isZero()) {
      byAccountAndAddress.count(account + "@" + address, now);
      byAddress.count(address, now);
      byAccount.count(account, now);
    }
    return wait;
  }

  /** The address keeps its count: an attacker with an account of his own gains nothing by it. */
  synchronized void succeeded(String login, String address) {
    var account = normal(login);
    byAccountAndAddress.forget(account + "@" + address);
    byAccount.forget(account);
  }

  private static Duration longest(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static String normal(String login) {
    var name = login.strip().toLowerCase(Locale.ROOT);
    return name.length() <= LOGIN_LENGTH_MAX ? name : name.substring(0, LOGIN_LENGTH_MAX);
  }
}
