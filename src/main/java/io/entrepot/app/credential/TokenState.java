package io.entrepot.app.credential;

/** What is known of a chain of tokens. */
enum TokenState {
  /** None were ever had. */
  EMPTY,
  /** There are tokens, fresh or to be renewed. */
  VALID,
  /** Only a person can help. */
  NEEDS_AUTHORISATION
}
