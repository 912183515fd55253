package io.entrepot.app.security;

import io.entrepot.core.account.Account;
import io.entrepot.core.account.AccountQueries;
import io.entrepot.core.account.ChangePassword;
import io.entrepot.core.account.ChangePasswordHandler;
import io.entrepot.core.account.CreateAccount;
import io.entrepot.core.account.CreateAccountHandler;
import io.entrepot.core.account.Role;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can sign in: makes the account {@value #LOGIN} at the first start, with
 * the password of {@code entrepot.admin.password} or one made up here. A password that is set later
 * takes the place of the old one at the next start: the way back in for who has lost it.
 */
@Component
public final class AdministratorSetup implements SmartInitializingSingleton {
  public static final String LOGIN = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(AdministratorSetup.class);
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;
  // 32 letters that nobody confuses when typing from paper: 20 of them are 100 bits.
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final AccountQueries accounts;
  private final ChangePasswordHandler change;
  private final CreateAccountHandler create;
  private final PasswordEncoder encoder;
  private final String configured;
  private final AtomicReference<Optional<String>> generated =
      new AtomicReference<>(Optional.empty());

  AdministratorSetup(
      AccountQueries accounts,
      ChangePasswordHandler change,
      CreateAccountHandler create,
      PasswordEncoder encoder,
      @Value("${entrepot.admin.password:}") String configured) {
    this.accounts = accounts;
    this.change = change;
    this.create = create;
    this.encoder = encoder;
    this.configured = configured;
  }

  /** The password made at this start, once; empty ever after and when none was made. */
  public Optional<String> takeGeneratedPassword() {
    return generated.getAndSet(Optional.empty());
  }

  @Override
  public void afterSingletonsInstantiated() {
    accounts.find(LOGIN).ifPresentOrElse(this::changeIfConfigured, this::create);
  }

  private void create() {
    var password = configured.isEmpty() ? madeUp(new SecureRandom()) : configured;
    var made =
        create.handle(new CreateAccount(LOGIN, encoder.encode(password), Set.of(Role.ADMIN)));
    // Another node may have been first; then its password counts.
    if (made && configured.isEmpty()) {
      generated.set(Optional.of(password));
    }
  }

  private void changeIfConfigured(Account account) {
    if (!configured.isEmpty() && !encoder.matches(configured, account.passwordHash())) {
      change.handle(new ChangePassword(LOGIN, encoder.encode(configured)));
      LOG.warn("The password of '{}' is now that of entrepot.admin.password", LOGIN);
    }
  }

  private static String madeUp(SecureRandom random) {
    var password = new StringBuilder();
    for (int letter = 0; letter < GROUPS * GROUP_LENGTH; letter++) {
      if (letter > 0 && letter % GROUP_LENGTH == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
