package io.entrepot.app.inbox;

import io.entrepot.app.message.Masker;
import io.entrepot.core.id.TimeOrderedId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down, and logs, who was turned away and why; a flood leaves a few rows and a count. */
@Component
public final class RefusalJournal {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalJournal.class);
  private static final int HEAD_LENGTH_MAX = 256;
  private static final int NAME_LENGTH_MAX = 64;
  private static final int DETAIL_LENGTH_MAX = 500;
  private static final int ROWS_MAX = 10_000;
  private static final String INSERT =
      """
      INSERT INTO message.refusal
        (id, at, partner, document, sender, code, detail, body_bytes, body_head, unwritten)
      VALUES (:id, :at, :partner, :document, :sender, :code, :detail, :bytes, :head, :unwritten)
      """;
  private static final String DROP_OLDEST =
      """
      DELETE FROM message.refusal
      WHERE id < (SELECT id FROM message.refusal ORDER BY id DESC OFFSET :kept LIMIT 1)
      """;
  private static final String LATEST =
      """
      SELECT id, at, partner, document, sender, code, detail, body_bytes, body_head, unwritten
      FROM message.refusal ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RefusalThinner thinner;

  RefusalJournal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.thinner = new RefusalThinner(clock);
  }

  /** Newest first. */
  public List<Refusal> latest(int limit) {
    return jdbc.sql(LATEST).param("limit", limit).query(RefusalJournal::refusal).list();
  }

  void write(Knock knock, RefusalCode code, String detail) {
    // Names of partners that don't exist are a stranger's choice: they share one allowance.
    String owner = code == RefusalCode.NOTICE_UNKNOWN ? "" : knock.partner();
    thinner.admit(owner, code).ifPresent(unwritten -> insert(knock, code, detail, unwritten));
  }

  private void insert(Knock knock, RefusalCode code, String detail, long unwritten) {
    String partner = name(knock.partner());
    String document = name(knock.document());
    LOG.warn(
        "Refused a notice for {}/{}: {}, {}{}",
        partner,
        document,
        code.code(),
        detail,
        unwritten == 0 ? "" : " (and " + unwritten + " more of this kind before)");
    try {
      jdbc.sql(INSERT)
          .param("id", TimeOrderedId.next(clock))
          .param("at", clock.instant().atOffset(ZoneOffset.UTC))
          .param("partner", partner)
          .param("document", document)
          .param("sender", knock.sender())
          .param("code", code.code())
          .param("detail", cut(detail, DETAIL_LENGTH_MAX))
          .param("bytes", knock.bodyBytes())
          .param("head", Masker.shape(head(knock.body()), HEAD_LENGTH_MAX))
          .param("unwritten", unwritten)
          .update();
      jdbc.sql(DROP_OLDEST).param("kept", ROWS_MAX).update();
    } catch (DataAccessException e) {
      // The sender hears the refusal all the same.
      LOG.warn("The refusal could not be written down: {}", e.getClass().getName());
    }
  }

  private static String head(byte[] body) {
    return new String(body, 0, Math.min(body.length, 4 * HEAD_LENGTH_MAX), StandardCharsets.UTF_8);
  }

  private static String name(String given) {
    return cut(given, NAME_LENGTH_MAX).replaceAll("[^A-Za-z0-9._-]", "?");
  }

  private static String cut(String text, int lengthMax) {
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
  }

  private static Refusal refusal(ResultSet row, int number) throws SQLException {
    return new Refusal(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("partner"),
        row.getString("document"),
        row.getString("sender"),
        row.getString("code"),
        row.getString("detail"),
        row.getLong("body_bytes"),
        row.getString("body_head"),
        row.getLong("unwritten"));
  }
}
