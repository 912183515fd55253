package io.entrepot.app.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was not looked at, because too many went before it. */
final class TooManyTries extends AuthenticationException {
  private final Duration wait;

  TooManyTries(Duration wait) {
    super("too many tries; wait " + wait.toSeconds() + " s");
    this.wait = wait;
  }

  Duration waitTime() {
    return wait;
  }
}
