package io.entrepot.app.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/** The console: sign-in by form, a session, a token against forged requests. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ConsoleSecurity {
  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  @Order(3)
  SecurityFilterChain consoleChain(
      HttpSecurity http,
      UserDetailsService accounts,
      PasswordEncoder encoder,
      SignInThrottle throttle)
      throws Exception {
    var outcome = new SignInOutcome();
    return http.securityMatcher("/", "/console", "/console/**")
        .authenticationManager(signIn(accounts, encoder, throttle))
        .authorizeHttpRequests(
            rules ->
                rules
                    // A stream that ends is dispatched once more; it was let in at its start.
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(Addresses.SIGN_IN, Addresses.ASSETS + "/**")
                    .permitAll()
                    .anyRequest()
                    .hasAnyRole(Roles.ADMIN, Roles.OPS))
        .formLogin(
            form ->
                form.loginPage(Addresses.SIGN_IN)
                    .usernameParameter("login")
                    .successHandler(outcome)
                    .failureHandler(outcome))
        .logout(
            out ->
                out.logoutUrl(Addresses.SIGN_OUT)
                    .logoutSuccessUrl(Addresses.SIGN_IN + "?signed-out"))
        .requestCache(cache -> cache.requestCache(ConsoleEntry.pagesOnly()))
        .exceptionHandling(refusal -> refusal.authenticationEntryPoint(new ConsoleEntry()))
        .headers(BrowserHeaders::apply)
        .build();
  }

  /**
   * The only way in. A provider merely added would have the global manager behind it, which asks
   * the accounts once more and knows of no throttle.
   */
  private static AuthenticationManager signIn(
      UserDetailsService accounts, PasswordEncoder encoder, SignInThrottle throttle) {
    var passwords = new DaoAuthenticationProvider(accounts);
    passwords.setPasswordEncoder(encoder);
    return new ProviderManager(new ThrottledSignIn(passwords, throttle));
  }
}
