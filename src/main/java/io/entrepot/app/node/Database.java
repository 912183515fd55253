package io.entrepot.app.node;

/** Where a node's PostgreSQL answers. */
public record Database(String url, String user, String password) {
  /** Without the password: this text may be logged. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
