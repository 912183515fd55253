package io.entrepot.app.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be shown of tokens. */
@Component
final class TokenViews {
  private static final String LIST =
      """
      SELECT name, state, generation, expires_at, changed_at, problem
      FROM credential.token WHERE partner = :partner ORDER BY name
      """;

  private final JdbcClient jdbc;

  TokenViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<AuthorisationApi.TokenView> of(String partner) {
    return jdbc.sql(LIST).param("partner", partner).query((row, number) -> view(row)).list();
  }

  private static AuthorisationApi.TokenView view(ResultSet row) throws SQLException {
    return new AuthorisationApi.TokenView(
        row.getString("name"),
        row.getString("state"),
        row.getLong("generation"),
        text(row, "expires_at"),
        String.valueOf(text(row, "changed_at")),
        row.getString("problem"));
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant().toString();
  }
}
