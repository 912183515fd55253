package io.entrepot.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
  @TempDir Path folder;

  @Test
  void mailIsOnDiskWhenItsSenderIsTold() throws Exception {
    try (MailSink sink = MailSink.start(folder, 0, Clock.systemUTC())) {
      send(sink.port(), "buyer@shop.test", "주문 확인", "고맙습니다");

      try (InputStream file = Files.newInputStream(mails().get(0))) {
        MimeMessage kept = new MimeMessage(session(sink.port()), file);
        assertThat(kept.getSubject()).isEqualTo("주문 확인");
        assertThat(kept.getContent().toString().strip()).isEqualTo("고맙습니다");
        assertThat(kept.getHeader("X-Envelope-To")).containsExactly("buyer@shop.test");
      }
    }
  }

  @Test
  void mailsStandInTheOrderOfTheirArrival() throws Exception {
    try (MailSink sink = MailSink.start(folder, 0, Clock.systemUTC())) {
      for (int n = 1; n <= 3; n++) {
        send(sink.port(), "buyer" + n + "@shop.test", "mail " + n, "text");
      }

      assertThat(new MailFolder(folder).latest(2))
          .extracting(MailFolder.Mail::subject)
          .containsExactly("mail 3", "mail 2");
    }
  }

  @Test
  void takenPortIsNamedTogetherWithItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> MailSink.start(folder, other.getLocalPort(), Clock.systemUTC()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(String.valueOf(other.getLocalPort()))
          .hasMessageContaining("ENTREPOT_SMTP_PORT");
    }
  }

  private List<Path> mails() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void send(int port, String to, String subject, String text) throws Exception {
    MimeMessage mail = new MimeMessage(session(port));
    mail.setFrom(new InternetAddress("shop@entrepot.test"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    mail.setText(text, "UTF-8");
    Transport.send(mail);
  }

  private static Session session(int port) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(port));
    return Session.getInstance(properties);
  }
}
