package io.entrepot.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where a sign-in leads: to the page that was asked for, or back with a reason. */
final class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
    implements AuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);
  // A shift. Before a sign-in a session only holds a token and ends with the container's time-out.
  private static final Duration SESSION_IDLE = Duration.ofHours(9);

  SignInOutcome() {
    setDefaultTargetUrl(Addresses.CONSOLE);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException, ServletException {
    request.getSession().setMaxInactiveInterval((int) SESSION_IDLE.toSeconds());
    LOG.info("Signed in: {} from {}", who.getName(), request.getRemoteAddr());
    super.onAuthenticationSuccess(request, response, who);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    LOG.warn(
        "Sign-in refused from {}: {}", request.getRemoteAddr(), why.getClass().getSimpleName());
    var reason =
        why instanceof TooManyTries tooMany
            ? "wait=" + Math.max(1, tooMany.waitTime().toSeconds())
            : "refused";
    response.sendRedirect(Addresses.SIGN_IN + "?" + reason);
  }
}
