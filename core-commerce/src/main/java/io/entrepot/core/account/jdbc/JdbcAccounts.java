package io.entrepot.core.account.jdbc;

import io.entrepot.core.account.Account;
import io.entrepot.core.account.AccountQueries;
import io.entrepot.core.account.Accounts;
import io.entrepot.core.account.ChangePassword;
import io.entrepot.core.account.CreateAccount;
import io.entrepot.core.account.Role;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAccounts implements Accounts, AccountQueries {
  private static final String ADD =
      """
      INSERT INTO account.account (account_id, login, password_hash, roles, created_at, updated_at)
      VALUES (:id, :login, :hash, :roles, :now, :now)
      ON CONFLICT (login) DO NOTHING
      """;

  private static final String CHANGE =
      "UPDATE account.account SET password_hash = :hash, updated_at = :now WHERE login = :login";

  private static final String FIND =
      """
      SELECT account_id, login, password_hash, roles, enabled, created_at
        FROM account.account WHERE login = :login
      """;

  private final JdbcClient jdbc;

  JdbcAccounts(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public boolean add(UUID accountId, CreateAccount account, Instant now) {
    return jdbc.sql(ADD)
            .param("id", accountId)
            .param("login", account.login())
            .param("hash", account.passwordHash())
            .param("roles", SqlArrays.texts(List.copyOf(account.roles()), Role::name))
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  @Override
  public boolean changePassword(ChangePassword change, Instant now) {
    return jdbc.sql(CHANGE)
            .param("login", change.login().toLowerCase(Locale.ROOT))
            .param("hash", change.passwordHash())
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  @Override
  public Optional<Account> find(String login) {
    return jdbc.sql(FIND)
        .param("login", login.toLowerCase(Locale.ROOT))
        .query(JdbcAccounts::account)
        .optional();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getObject("account_id", UUID.class),
        row.getString("login"),
        row.getString("password_hash"),
        roles((String[]) row.getArray("roles").getArray()),
        row.getBoolean("enabled"),
        SqlTime.read(row, "created_at"));
  }

  private static Set<Role> roles(String[] names) {
    return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
