package io.entrepot.app.node;

import io.entrepot.app.cluster.Member;
import io.entrepot.app.cluster.MemberAddress;
import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.MailSink;
import io.entrepot.app.embedded.Ports;
import io.entrepot.app.embedded.SftpEndpoint;
import io.entrepot.connectors.spi.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the node stands on, embedded or outside. Embedded parts start side by side with Spring, and
 * whoever needs one waits for it.
 */
public final class Parts implements AutoCloseable {
  private final Starting starting = new Starting();
  private final Starting.Part<Database> database;
  private final Starting.Part<SftpAccounts> sftp;
  private final Starting.Part<URI> smtp;
  private final Starting.@Nullable Part<SandboxServer> sandbox;
  private final URI outsideSandbox;
  private final MemberAddress memberAddress;
  private final Member member;

  private Parts(NodeSettings settings) {
    Path data = settings.data();
    this.database =
        settings.find(NodeSettings.DATABASE).isPresent()
            ? starting.done(Database.outside(settings))
            : starting.part("postgres", () -> postgres(settings, data.resolve("postgres")));
    this.sftp =
        SftpAccounts.outsideIn(settings)
            ? starting.done(SftpAccounts.outside(settings))
            : starting.part("sftp", () -> sftp(settings, data.resolve("sftp")));
    this.smtp =
        settings.find(NodeSettings.SMTP).isPresent()
            ? starting.done(MailRelay.of(settings).url())
            : starting.part("smtp", () -> smtp(settings, data.resolve("mail")));
    this.sandbox = settings.sandboxed() ? starting.part("sandbox", () -> sandbox(settings)) : null;
    this.outsideSandbox = URI.create(settings.find("sandbox.url").orElse(""));
    this.memberAddress = ClusterSettings.address(settings);
    this.member = Member.start(memberAddress);
    starting.stopLater(member::close);
  }

  static Parts start(NodeSettings settings) {
    return new Parts(settings);
  }

  public Database database() {
    return database.await();
  }

  public SftpAccounts sftp() {
    return sftp.await();
  }

  /** {@code smtp://host:port}. */
  public URI smtp() {
    return smtp.await();
  }

  /** Empty where the sandbox runs elsewhere, or nowhere. */
  Optional<SandboxServer> sandbox() {
    return Optional.ofNullable(sandbox).map(Starting.Part::await);
  }

  URI sandboxUrl() {
    return sandbox().map(SandboxServer::url).orElse(outsideSandbox);
  }

  public Member member() {
    return member;
  }

  /** What listens beside the web server, by a word for people. */
  Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    SftpAccount finance = sftp().of(SftpAccounts.FINANCE);
    addresses.put("sftp", "sftp://" + finance.host() + ":" + finance.port());
    addresses.put("smtp", "smtp://" + smtp().getHost() + ":" + smtp().getPort());
    sandbox().ifPresent(server -> addresses.put("sandbox", server.url().toString()));
    addresses.put("database", database().url());
    return addresses;
  }

  MemberAddress memberAddress() {
    return memberAddress;
  }

  private Database postgres(NodeSettings settings, Path directory) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, settings.port("database.port"));
    starting.stopLater(postgres::close);
    return new Database(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private SftpAccounts sftp(NodeSettings settings, Path directory) {
    SftpEndpoint endpoint =
        SftpEndpoint.start(directory, settings.port("sftp.port"), SftpAccounts.ROLES);
    starting.stopLater(endpoint::close);
    return SftpAccounts.embedded(endpoint);
  }

  private URI smtp(NodeSettings settings, Path folder) {
    MailSink sink = MailSink.start(folder, settings.port("smtp.port"), Clock.systemUTC());
    starting.stopLater(sink::close);
    return URI.create("smtp://127.0.0.1:" + sink.port());
  }

  private SandboxServer sandbox(NodeSettings settings) {
    int port = settings.port("sandbox.port");
    try {
      SandboxServer server = SandboxServer.bind(port);
      starting.stopLater(server::close);
      return server;
    } catch (IOException e) {
      throw Ports.refused(e, port, "ENTREPOT_SANDBOX_PORT");
    }
  }

  @Override
  public void close() {
    starting.close();
  }
}
