package io.entrepot.core.account;

import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Creates an account; a login that is taken keeps its account unchanged. */
@Component
public class CreateAccountHandler {
  private final Accounts accounts;
  private final Transactions transactions;
  private final Clock clock;

  public CreateAccountHandler(Accounts accounts, Transactions transactions, Clock clock) {
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** False when the login is taken. */
  public boolean handle(CreateAccount command) {
    return transactions.call(
        () -> accounts.add(TimeOrderedId.next(clock), command, SqlTime.now(clock)));
  }
}
