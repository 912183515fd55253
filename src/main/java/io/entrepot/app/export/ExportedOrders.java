package io.entrepot.app.export;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What our own books say is in files that finance has. */
@Component
public final class ExportedOrders {
  private static final String DELIVERED =
      """
      SELECT o.order_id FROM export.file_order o JOIN export.file f ON f.id = o.file_id
      WHERE f.feed = :feed AND f.state = 'DELIVERED'
      """;
  private static final String UNTIL = "SELECT exported_until FROM export.feed WHERE feed = :feed";

  private final JdbcClient jdbc;

  ExportedOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Set<UUID> of(String feed) {
    return jdbc.sql(DELIVERED).param("feed", feed).query(UUID.class).set();
  }

  /** Every order paid before this moment should be in a file; the epoch before the first export. */
  public Instant until(String feed) {
    return jdbc.sql(UNTIL)
        .param("feed", feed)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant)
        .orElse(Instant.EPOCH);
  }

  public long files(String feed) {
    return jdbc.sql("SELECT count(*) FROM export.file WHERE feed = :feed AND state = 'DELIVERED'")
        .param("feed", feed)
        .query(Long.class)
        .single();
  }
}
