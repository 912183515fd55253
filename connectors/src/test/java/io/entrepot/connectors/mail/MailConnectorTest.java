package io.entrepot.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

class MailConnectorTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneOffset.UTC);

  private final List<byte[]> mails = new CopyOnWriteArrayList<>();
  private volatile int rejectRecipients;
  private volatile int rejectData;
  private SMTPServer server;

  /** Keeps each mail, or rejects as told. */
  private final class Box implements MessageHandler {
    @Override
    public void from(String from) {
      // Anyone may send.
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (rejectRecipients > 0) {
        throw new RejectException(rejectRecipients, "no " + recipient);
      }
    }

    @Override
    public String data(InputStream data) throws IOException, RejectException {
      byte[] bytes = data.readAllBytes();
      if (rejectData > 0) {
        throw new RejectException(rejectData, "no");
      }
      mails.add(bytes);
      return null;
    }

    @Override
    public void done() {
      // One mail a box.
    }
  }

  @BeforeEach
  void start() {
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory((MessageContext context) -> new Box())
            .build();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void mailArrivesInItsOwnLetters() throws Exception {
    PartnerAnswer answer = send(letter().put("html", "<p>감사합니다</p>").put("language", "ko"));

    MimeMessage mail = mail(0);
    assertThat(mail.getSubject()).isEqualTo("주문이 확인되었습니다 – S-1001");
    assertThat(mail.getFrom()[0]).hasToString("Shop <no-reply@shop.test>");
    assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("seoyeon@example.test");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("감사합니다\r\n 합계 15000 KRW");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("ko");
    assertThat(mail.getHeader("Date")).containsExactly("Sat, 21 Nov 2026 05:00:00 +0000");
    assertThat(answer.body().path("messageId").asText()).isEqualTo(mail.getMessageID());
  }

  @Test
  void sentAgainItHasTheSameMessageId() throws Exception {
    send(letter());
    send(letter());

    assertThat(mail(0).getMessageID())
        .matches("<[0-9a-f]{32}@shop.test>")
        .isEqualTo(mail(1).getMessageID());
  }

  @Test
  void messageIdOfTheCallerIsKept() throws Exception {
    send(letter().put("messageId", "0199-aa"));

    assertThat(mail(0).getMessageID()).isEqualTo("<0199-aa@shop.test>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.test\r\nBcc: b@x.test",
        "a@x.test\nSubject: x",
        "a@x.test, b@x.test",
        "nobody",
        "\"a\r\nBcc: c@x.test\" <a@x.test>",
        ""
      })
  void recipientThatIsNotOneAddressIsRefused(String to) {
    PartnerException refused = refused(letter().put("to", to));

    assertThat(refused.errorClass()).isEqualTo(ErrorClass.CLIENT_ERROR);
    assertThat(refused.code()).isEqualTo("WRONG_RECIPIENT");
    assertThat(mails).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello\r\nBcc: b@x.test", "hello\nX: y", "hello\u2028x", ""})
  void subjectOfMoreThanOneLineIsRefused(String subject) {
    assertThat(refused(letter().put("subject", subject)).code()).isEqualTo("WRONG_SUBJECT");
    assertThat(mails).isEmpty();
  }

  @Test
  void refusalForNowMayBeTriedAgain() {
    for (int code : new int[] {421, 450, 452}) {
      rejectRecipients = code;
      PartnerException refused = refused(letter());
      assertThat(refused.errorClass().retryable()).as(refused.toString()).isTrue();
      assertThat(refused.code()).isEqualTo("SMTP_" + code);
    }
    rejectRecipients = 0;
    rejectData = 451;
    assertThat(refused(letter()).errorClass().retryable()).isTrue();
  }

  @Test
  void refusalForGoodIsNotTriedAgainAndTellsNoAddress() {
    rejectRecipients = 550;
    PartnerException refused = refused(letter());
    assertThat(refused.errorClass()).isEqualTo(ErrorClass.CLIENT_ERROR);
    assertThat(refused.code()).isEqualTo("SMTP_550");
    assertThat(refused).hasMessageNotContaining("seoyeon");

    rejectRecipients = 0;
    rejectData = 554;
    assertThat(refused(letter()).code()).isEqualTo("SMTP_554");
  }

  @Test
  void nobodyListeningIsARefusedConnection() {
    server.stop();

    assertThat(refused(letter()).errorClass()).isEqualTo(ErrorClass.REFUSED_CONNECTION);
    assertThat(connector(server.getPortAllocated()).test().ok()).isFalse();
  }

  @Test
  void serverThatSaysNothingIsATimeOut() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      PartnerException refused =
          catchThrowableOfType(
              PartnerException.class,
              () -> send(letter(), silent.getLocalPort(), Duration.ofMillis(300)));

      assertThat(refused.errorClass()).isEqualTo(ErrorClass.TIMEOUT);
    }
  }

  @Test
  void settingsThatWouldNotWorkAreNamed() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("url", "http://x"),
            Map.of("url", "smtp://user:pass@host"),
            Map.of("from", "a@x.test, b@x.test"),
            Map.of("user", "u"),
            Map.of("starttls", "maybe"))) {
      Map<String, String> all =
          new HashMap<>(Map.of("url", "smtp://127.0.0.1:1", "from", "a@x.test"));
      all.putAll(wrong);
      MailConnector connector =
          new MailConnector(id -> PartnerSettings.of(id, Map.copyOf(all)), CLOCK);
      assertThat(connector.test().detail())
          .as(wrong.toString())
          .contains("entrepot.partners.mail.")
          .doesNotContain("pass@");
    }
  }

  private static ObjectNode letter() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("to", "seoyeon@example.test")
        .put("subject", "주문이 확인되었습니다 – S-1001")
        .put("text", "감사합니다\n 합계 15000 KRW");
  }

  private PartnerException refused(ObjectNode letter) {
    return catchThrowableOfType(PartnerException.class, () -> send(letter));
  }

  private PartnerAnswer send(ObjectNode letter) throws PartnerException {
    return send(letter, server.getPortAllocated(), Duration.ofSeconds(10));
  }

  private static PartnerAnswer send(ObjectNode letter, int port, Duration timeout)
      throws PartnerException {
    return connector(port)
        .operations()
        .get("send")
        .call(new PartnerCall(letter, "order-1:mail", UUID.randomUUID(), timeout));
  }

  private static MailConnector connector(int port) {
    Map<String, String> settings =
        Map.of("url", "smtp://127.0.0.1:" + port, "from", "Shop <no-reply@shop.test>");
    return new MailConnector(id -> PartnerSettings.of(id, settings), CLOCK);
  }

  private MimeMessage mail(int number) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(mails.get(number)));
  }
}
