package io.entrepot.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class AccountTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void anAccountIsFoundInWhateverCaseItsLoginIsWritten() {
    create("Admin", "hash-1");

    Account account = find("ADMIN");

    assertThat(account.login()).isEqualTo("admin");
    assertThat(account.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.OPS);
    assertThat(account.enabled()).isTrue();
    assertThat(account.toString()).doesNotContain("hash-1");
  }

  @Test
  void aTakenLoginKeepsItsAccount() {
    create("taken", "hash-1");

    assertThat(create("TAKEN", "hash-2")).isFalse();

    assertThat(find("taken").passwordHash()).isEqualTo("hash-1");
  }

  @Test
  void aPasswordIsChangedOnlyWhereThereIsAnAccount() {
    create("forgetful", "hash-1");
    ChangePasswordHandler handler = shop.get(ChangePasswordHandler.class);

    assertThat(handler.handle(new ChangePassword("Forgetful", "hash-2"))).isTrue();
    assertThat(handler.handle(new ChangePassword("nobody", "hash-2"))).isFalse();

    assertThat(find("forgetful").passwordHash()).isEqualTo("hash-2");
  }

  @Test
  void accountsWithoutRoleHashOrLoginAreRefusedHereAndInTheDatabase() {
    assertThatThrownBy(() -> new CreateAccount("a", "hash", Set.of()))
        .hasMessageContaining("at least one role");
    assertThatThrownBy(() -> new CreateAccount(" ", "hash", Set.of(Role.OPS)))
        .hasMessageContaining("login");
    create("strict", "hash");
    for (String bad :
        new String[] {
          "roles = '{}'", "roles = '{KING}'", "password_hash = ''", "login = 'Strict'"
        }) {
      assertThatThrownBy(() -> shop.sql.update("UPDATE account.account SET " + bad))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private static boolean create(String login, String hash) {
    return shop.get(CreateAccountHandler.class)
        .handle(new CreateAccount(login, hash, Set.of(Role.ADMIN, Role.OPS)));
  }

  private static Account find(String login) {
    return shop.get(AccountQueries.class).find(login).orElseThrow();
  }
}
