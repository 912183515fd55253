package io.entrepot.app.event;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.app.failure.RetryPolicy;
import io.entrepot.core.event.DomainEvent;
import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox in a database of its own, and nodes that read it. */
final class EventTables implements AutoCloseable {
  private static final RetryPolicy QUICK =
      new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(100), 5);

  final HikariDataSource database = TestDatabase.fresh();
  final JdbcTemplate jdbc = new JdbcTemplate(database);
  final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  final SealedJson json = new SealedJson(new Mirror());
  final EventSignal signal = new EventSignal();
  final JdbcEventOutbox outbox =
      new JdbcEventOutbox(new OneTrip(database), json, signal, Clock.systemUTC());
  final Outbox log = new Outbox(jdbc, json);

  /** An event that says only which one it is. */
  record Happened(String key, int number) implements DomainEvent {
    @Override
    public String name() {
      return "test.happened";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public String entityKey() {
      return key;
    }

    @Override
    public UUID correlationId() {
      return new UUID(7, number);
    }
  }

  void append(String key, int number) {
    transaction.executeWithoutResult(status -> outbox.append(List.of(new Happened(key, number))));
  }

  EventReaders node(String name, Duration lease) {
    return new EventReaders(
        log,
        new Subscriptions(jdbc),
        new ParkedEvents(jdbc),
        signal,
        new ReaderSettings(name, lease, QUICK));
  }

  EventReaders node(String name) {
    return node(name, Duration.ofSeconds(1));
  }

  long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  @Override
  public void close() {
    database.close();
  }

  /** Seals nothing, but shows that a body goes through the cipher. */
  private static final class Mirror implements PersonalDataCipher {
    @Override
    public byte[] seal(byte[] plain) {
      return turned(plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
      return turned(sealed);
    }

    private static byte[] turned(byte[] text) {
      byte[] turned = new byte[text.length];
      for (int i = 0; i < text.length; i++) {
        turned[i] = (byte) ~text[i];
      }
      return turned;
    }
  }
}
