package io.entrepot.app.security;

import io.entrepot.core.account.Account;
import io.entrepot.core.account.AccountQueries;
import io.entrepot.core.account.Role;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The core's accounts, as sign-in sees them. */
@Component
final class AccountSignIn implements UserDetailsService {
  private final AccountQueries accounts;

  AccountSignIn(AccountQueries accounts) {
    this.accounts = accounts;
  }

  @Override
  public UserDetails loadUserByUsername(String login) {
    return accounts
        .find(login.strip())
        .map(AccountSignIn::user)
        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  private static UserDetails user(Account account) {
    return User.withUsername(account.login())
        .password(account.passwordHash())
        .roles(account.roles().stream().map(Role::name).toArray(String[]::new))
        .disabled(!account.enabled())
        .build();
  }
}
