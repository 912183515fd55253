package io.entrepot.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the bearer of the operations key in as an administrator, for this one request. */
final class OpsKeyFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final OpsKey key;
  private final ProblemWriter problems;

  OpsKeyFilter(OpsKey key, ProblemWriter problems) {
    this.key = key;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var candidate = bearer(request);
    if (candidate == null) {
      chain.doFilter(request, response);
    } else if (key.matches(candidate)) {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              "ops-key", null, List.of(new SimpleGrantedAuthority(Roles.authority(Roles.ADMIN)))));
      SecurityContextHolder.setContext(context);
      chain.doFilter(request, response);
    } else {
      problems.keyRefused(response);
    }
  }

  /** A request that brings a key is no browser's: it needs no token against forged requests. */
  static boolean bringsKey(HttpServletRequest request) {
    return bearer(request) != null;
  }

  private static @Nullable String bearer(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? null
        : header.substring(SCHEME.length()).strip();
  }
}
