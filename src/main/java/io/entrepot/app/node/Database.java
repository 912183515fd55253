package io.entrepot.app.node;

/** Where a node's PostgreSQL answers: a JDBC URL and a login. */
public record Database(String url, String user, String password) {
  static Database outside(NodeSettings settings) {
    String url = settings.require(NodeSettings.DATABASE);
    if (!url.startsWith("jdbc:postgresql:")) {
      throw NodeSettings.refused(
          NodeSettings.DATABASE, "must be written as jdbc:postgresql://host:port/database");
    }
    return new Database(
        url,
        settings.find("database.user").orElse(""),
        settings.find("database.password").orElse(""));
  }

  /** Without the password: this text may be logged. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
