package io.entrepot.app.export;

import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.SftpEndpoint;
import io.entrepot.app.node.NodeSettings;
import io.entrepot.app.node.SftpAccount;
import io.entrepot.app.node.SftpAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real database and a real SFTP server under the export; orders and messages are a test's. */
final class ExportFixture implements AutoCloseable {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final String FOLDER = "erp";

  final PaidOrders orders = new PaidOrders();
  final SentMessages messages = new SentMessages();
  final JdbcClient jdbc;
  final BreakingServer server;

  private final Path data;
  private final EmbeddedPostgres postgres;
  private final SftpEndpoint sftp;
  private final SftpServer client;
  private final ExportPlanner planner;
  private final ErpExport export;
  private @Nullable RemoteFolder reader;

  ExportFixture(Path data) {
    this.data = data;
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), 0);
    sftp = SftpEndpoint.start(data.resolve("sftp"), 0, List.of("finance"));
    client = new SftpServer(accounts(sftp.fingerprint()));
    server = new BreakingServer(client);
    DriverManagerDataSource source =
        new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
    Flyway.configure().dataSource(source).load().migrate();
    jdbc = JdbcClient.create(source);
    ExportBooks books = new ExportBooks(jdbc, new JdbcTemplate(source), Clock.systemUTC());
    TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    planner = new ExportPlanner(books, orders, transactions);
    export =
        new ErpExport(
            new ExportWriter(books, orders),
            new ExportJournal(messages, books, transactions, Clock.systemUTC()),
            server,
            new NodeSettings(Map.of("data", data.toString())),
            Clock.systemUTC());
  }

  SftpAccounts accounts(String fingerprint) {
    return new SftpAccounts(
        Map.of(
            "finance",
            new SftpAccount(
                "127.0.0.1", sftp.port(), "finance", sftp.password("finance"), fingerprint)));
  }

  /** What the Batch job does: plan and deliver until nothing is left. */
  List<ControlTotals> run(ExportRequest request) throws IOException {
    List<ControlTotals> delivered = new ArrayList<>();
    Optional<ExportFile> last = Optional.empty();
    Optional<ExportFile> next = planner.next(request, last);
    while (next.isPresent()) {
      delivered.add(export.deliver(next.get(), request));
      last = next;
      next = planner.next(request, last);
    }
    return delivered;
  }

  /** What the receiver sees: names that are not temporary. */
  List<String> received() {
    return folder(remote -> remote.list().stream().filter(name -> !name.startsWith(".")).toList());
  }

  String read(String name, FeedEncoding encoding) {
    return new String(folder(remote -> remote.download(name)), encoding.charset());
  }

  private interface Use<T> {
    T with(RemoteFolder folder) throws IOException;
  }

  private <T> T folder(Use<T> use) {
    try {
      if (reader == null) {
        reader = client.open(FOLDER);
      }
      return use.with(reader);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /** Nothing of the export is left on the node's own disk. */
  boolean spoolIsEmpty() throws IOException {
    try (var files = Files.list(data.resolve("exports"))) {
      return files.findAny().isEmpty();
    }
  }

  static ExportRequest asked(String feed, Instant now) {
    return request(feed, FeedEncoding.UTF_8_BOM, now, true, Optional.empty(), 1000);
  }

  static ExportRequest due(String feed, Instant at) {
    return request(feed, FeedEncoding.UTF_8_BOM, at, false, Optional.empty(), 1000);
  }

  static ExportRequest again(String feed, Instant now, String from, String to) {
    return request(
        feed,
        FeedEncoding.UTF_8_BOM,
        now,
        true,
        Optional.of(new ExportRequest.Days(LocalDate.parse(from), LocalDate.parse(to))),
        1000);
  }

  static ExportRequest request(
      String feed,
      FeedEncoding encoding,
      Instant dueAt,
      boolean asked,
      Optional<ExportRequest.Days> again,
      int limit) {
    return new ExportRequest(feed, FOLDER, encoding, SEOUL, dueAt, asked, again, limit);
  }

  @Override
  public void close() {
    client.destroy();
    sftp.close();
    postgres.close();
  }
}
