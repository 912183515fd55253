package io.entrepot.app.credential;

import io.entrepot.core.id.TimeOrderedId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which secret, and when; append-only, and never a value. */
@Component
final class ChangeLog {
  private static final String INSERT =
      """
      INSERT INTO credential.change (id, at, who, partner, name, what)
      VALUES (:id, :at, :who, :partner, :name, :what)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ChangeLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Joins the caller's transaction. */
  void write(String who, String partner, String name, String what) {
    jdbc.sql(INSERT)
        .param("id", TimeOrderedId.next(clock))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("who", who)
        .param("partner", partner)
        .param("name", name)
        .param("what", what)
        .update();
  }
}
