package io.entrepot.app.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Partners' notices, which prove themselves, and everything that nobody has opened. */
@Configuration(proxyBeanMethods = false)
class OutsideSecurity {
  /**
   * Open, without session or token: the inbox verifies each notice as its partner declares, and an
   * owner who comes back from a partner's consent page brings the state that he was sent with.
   */
  @Bean
  @Order(1)
  SecurityFilterChain webhookChain(HttpSecurity http) throws Exception {
    return http.securityMatcher("/webhooks/**", "/oauth/partners/*/callback")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .headers(BrowserHeaders::apply)
        .build();
  }

  /** The last chain: an address that no chain before it knows does not exist for anybody. */
  @Bean
  @Order(100)
  SecurityFilterChain restChain(HttpSecurity http) throws Exception {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refusal ->
                refusal
                    .authenticationEntryPoint((request, response, why) -> notFound(response))
                    .accessDeniedHandler((request, response, why) -> notFound(response)))
        .headers(BrowserHeaders::apply)
        .build();
  }

  private static void notFound(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
