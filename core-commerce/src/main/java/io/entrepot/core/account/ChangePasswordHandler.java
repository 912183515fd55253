package io.entrepot.core.account;

import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Changes a password. */
@Component
public class ChangePasswordHandler {
  private final Accounts accounts;
  private final Transactions transactions;
  private final Clock clock;

  public ChangePasswordHandler(Accounts accounts, Transactions transactions, Clock clock) {
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** False when there is no such login. */
  public boolean handle(ChangePassword command) {
    return transactions.call(() -> accounts.changePassword(command, SqlTime.now(clock)));
  }
}
