package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.entrepot.app.node.NodeSettings;
import io.entrepot.app.node.SftpAccount;
import io.entrepot.app.node.SftpAccounts;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessagingException;

class DropServerTest {
  private static final SftpAccounts OUTSIDE =
      new SftpAccounts(
          Map.of(
              SftpAccounts.SHOP,
              new SftpAccount("files.example", 2022, "shop", "top-secret", "SHA256:x")));
  private static final MessagingException AWAY =
      new MessagingException("failed", new ConnectException("Connection refused"));

  private final Logger logger = (Logger) LoggerFactory.getLogger(DropServer.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SettableClock clock = new SettableClock();
  private final DropServer server =
      server(Map.of("sftp.url", "sftp://…", "sftp.quiet-seconds", "30"));

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void serverThatIsAwayIsToldInOneLineAndAskedAtGrowingPauses() {
    int asked = 0;
    for (int second = 0; second < 600; second++) {
      if (server.mayBeAsked()) {
        asked++;
        server.failed("orders/a", AWAY);
        server.failed("orders/b", AWAY);
      }
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(asked).isBetween(10, 16);
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("ENTREPOT_SFTP_URL", "files.example:2022", "Connection refused")
        .doesNotContain("top-secret");

    server.answered("orders/a");
    server.answered("orders/b");

    assertThat(server.mayBeAsked()).isTrue();
    assertThat(lines()).hasSize(2).last().asString().contains("answers again");
    assertThat(log.list).allMatch(event -> event.getThrowableProxy() == null);
  }

  @Test
  void onlyTheServersFaultsAreItsFaults() {
    assertThat(DropServer.isToBlame(AWAY)).isTrue();
    assertThat(DropServer.isToBlame(new MessagingException("disk", new java.io.IOException())))
        .isFalse();
  }

  @Test
  void theHubsOwnServerNeedsLessQuietThanAnOutsideOne() {
    assertThat(server.quiet()).hasSeconds(30);
    assertThat(server(Map.of("sftp.quiet-seconds", "30")).quiet()).hasSeconds(6);
    assertThat(server(Map.of("sftp.quiet-seconds", "2")).quiet()).hasSeconds(2);
  }

  private DropServer server(Map<String, String> settings) {
    return new DropServer(OUTSIDE, new NodeSettings(settings), clock);
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
