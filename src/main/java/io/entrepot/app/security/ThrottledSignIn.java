package io.entrepot.app.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks the throttle before a password is hashed: hashing is dear by design. */
final class ThrottledSignIn implements AuthenticationProvider {
  private static final int PASSWORD_LENGTH_MAX = 256;

  private final AuthenticationProvider passwords;
  private final SignInThrottle throttle;

  ThrottledSignIn(AuthenticationProvider passwords, SignInThrottle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication claim) {
    var address = addressOf(claim);
    var wait = throttle.admit(claim.getName(), address);
    if (!wait.isZero()) {
      throw new TooManyTries(wait);
    }
    if (String.valueOf(claim.getCredentials()).length() > PASSWORD_LENGTH_MAX) {
      throw new BadCredentialsException("password longer than " + PASSWORD_LENGTH_MAX);
    }
    var signedIn = passwords.authenticate(claim);
    throttle.succeeded(claim.getName(), address);
    return signedIn;
  }

  @Override
  public boolean supports(Class<?> claim) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
  }

  private static String addressOf(Authentication claim) {
    return claim.getDetails() instanceof WebAuthenticationDetails web
        ? web.getRemoteAddress()
        : "unknown";
  }
}
