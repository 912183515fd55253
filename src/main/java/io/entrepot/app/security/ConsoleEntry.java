package io.entrepot.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** What a stranger gets: a page leads to sign-in, a part of a page or a stream is told so. */
final class ConsoleEntry implements AuthenticationEntryPoint {
  private static final String HTMX = "HX-Request";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (wantsPage(request)) {
      response.sendRedirect(Addresses.SIGN_IN);
    } else {
      response.setHeader("HX-Redirect", Addresses.SIGN_IN);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  /** Only whole pages are worth coming back to after the sign-in. */
  static RequestCache pagesOnly() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(ConsoleEntry::wantsPage);
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  private static boolean wantsPage(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return HttpMethod.GET.matches(request.getMethod())
        && request.getHeader(HTMX) == null
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
