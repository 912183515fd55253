package io.entrepot.core.account;

import java.util.Optional;

/** Port: reads accounts. */
public interface AccountQueries {
  /** Upper and lower case are the same. */
  Optional<Account> find(String login);
}
