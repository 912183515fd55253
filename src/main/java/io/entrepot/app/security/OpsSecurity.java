package io.entrepot.app.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * The operations API and the node's own figures: by the key of run.json, or by the console session
 * of an administrator. Health alone is open: a balancer has no key.
 */
@Configuration(proxyBeanMethods = false)
class OpsSecurity {
  /** {@code entrepot.ops.key}: the key of run.json; without it this node makes one. */
  @Bean
  OpsKey opsKey(@Value("${entrepot.ops.key:}") String configured) {
    return configured.isBlank() ? OpsKey.random() : new OpsKey(configured);
  }

  @Bean
  @Order(2)
  SecurityFilterChain opsChain(HttpSecurity http, OpsKey key, ProblemWriter problems)
      throws Exception {
    return http.securityMatcher("/api/v1/ops/**", "/actuator/**")
        .addFilterBefore(new OpsKeyFilter(key, problems), CsrfFilter.class)
        .csrf(
            csrf ->
                csrf.requireCsrfProtectionMatcher(
                    new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER,
                        new NegatedRequestMatcher(OpsKeyFilter::bringsKey))))
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .hasRole(Roles.ADMIN))
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            refusal ->
                refusal
                    .authenticationEntryPoint(
                        (request, response, why) -> problems.signInNeeded(response))
                    .accessDeniedHandler((request, response, why) -> problems.forbidden(response)))
        .headers(BrowserHeaders::apply)
        .build();
  }
}
