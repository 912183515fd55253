package io.entrepot.app.bench.ordering;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.bench.Workbench;
import io.entrepot.app.cluster.Member;
import io.entrepot.app.cluster.MemberAddress;
import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.Ports;
import io.entrepot.app.node.Durability;
import io.entrepot.app.node.QuietLog;
import io.entrepot.core.order.OrderTerms;
import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentGateway;
import io.entrepot.core.payment.PaymentOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The core on a durable Postgres of its own, with the application's outbox, key ring and cluster
 * lock, and without routes: nothing happens but ordering.
 */
public final class OrderingCore implements AutoCloseable {
  private static final Pattern OUTBOX =
      Pattern.compile("io\\.entrepot\\.app\\.event\\.(JdbcEventOutbox|SealedJson|EventSignal)");

  private final EmbeddedPostgres postgres;
  private final Member member;
  private final HikariDataSource database;
  private final AnnotationConfigApplicationContext context;

  private OrderingCore(
      EmbeddedPostgres postgres, Member member, Workbench bench, PaymentGateway gateway) {
    this.postgres = postgres;
    this.member = member;
    this.database = pool(8);
    Durability.require(database);
    Flyway.configure().dataSource(database).load().migrate();
    this.context = context(bench, gateway);
  }

  static OrderingCore start(Workbench bench) throws IOException {
    return start(bench, new NobodyPays());
  }

  /** Starts it with everything in the bench's directory, and refuses a database that can forget. */
  public static OrderingCore start(Workbench bench, PaymentGateway gateway) throws IOException {
    QuietLog.untilConfigured();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(bench.directory().resolve("postgres"), Ports.free());
    MemberAddress address =
        new MemberAddress("bench-" + UUID.randomUUID(), "127.0.0.1", Ports.free(), List.of());
    return new OrderingCore(postgres, Member.start(address), bench, gateway);
  }

  public <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  public DataSource database() {
    return database;
  }

  /**
   * Before each round, of either side: nobody pays for what the other left dirty, and there are
   * journal files to be used again, as on a server that has run for a while.
   */
  void checkpoint() {
    new JdbcTemplate(database).execute("CHECKPOINT");
  }

  long postgresPid() {
    return postgres.pid();
  }

  /** Another pool on the same database. */
  HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.jdbcUrl());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(60_000);
    return new HikariDataSource(config);
  }

  private AnnotationConfigApplicationContext context(Workbench bench, PaymentGateway gateway) {
    AnnotationConfigApplicationContext core = new AnnotationConfigApplicationContext();
    core.getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "bench",
                Map.of(
                    "entrepot.keys.file", "",
                    "entrepot.data", bench.directory().toString(),
                    "entrepot.profile", "development")));
    core.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
    core.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
    core.registerBean(Clock.class, Clock::systemUTC);
    core.registerBean(OrderTerms.class, () -> OrderTerms.DEFAULT);
    core.registerBean(PaymentGateway.class, () -> gateway);
    core.registerBean(Member.class, () -> member, bean -> bean.setDestroyMethodName(""));
    core.scan("io.entrepot.core", "io.entrepot.app.keys", "io.entrepot.app.cluster");
    ClassPathBeanDefinitionScanner outbox = new ClassPathBeanDefinitionScanner(core, false);
    outbox.addIncludeFilter(new RegexPatternTypeFilter(OUTBOX));
    outbox.scan("io.entrepot.app.event");
    core.refresh();
    return core;
  }

  @Override
  public void close() {
    context.close();
    database.close();
    member.close();
    postgres.close();
  }

  private record NobodyPays() implements PaymentGateway {
    @Override
    public PaymentOutcome confirm(PaymentAttempt attempt) {
      throw new UnsupportedOperationException("nothing is paid in a benchmark of ordering");
    }

    @Override
    public PaymentOutcome lookup(PaymentAttempt attempt) {
      throw new UnsupportedOperationException("nothing is paid in a benchmark of ordering");
    }
  }
}
