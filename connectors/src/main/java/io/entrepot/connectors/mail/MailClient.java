package io.entrepot.connectors.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;

/** One connection a mail: a mail server ends idle ones without a word. */
final class MailClient {
  private static final int ACCEPTED = 250;
  private static final int CONNECT_MILLIS_MAX = 5_000;

  private final MailProperties properties;
  private final Clock clock;

  MailClient(MailProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Takes {@code {to, subject, text, html?, messageId?, language?}} and answers {@code
   * {messageId}}. SMTP knows no idempotency key: a mail sent again after a lost answer arrives
   * twice, with the same Message-ID, which lets mail programs show it once.
   */
  PartnerAnswer send(PartnerCall call) throws PartnerException {
    long start = System.nanoTime();
    Session session = session(call.timeout());
    MimeMessage mail = Letter.of(call).mail(session, properties.from(), clock.instant());
    try (Transport transport = session.getTransport()) {
      connect(transport);
      transport.sendMessage(mail, mail.getAllRecipients());
      return new PartnerAnswer(
          JsonNodeFactory.instance.objectNode().put("messageId", mail.getMessageID()),
          ACCEPTED,
          Duration.ofNanos(System.nanoTime() - start));
    } catch (MessagingException e) {
      throw MailErrors.of(e);
    }
  }

  void ping(Duration timeout) throws PartnerException {
    try (Transport transport = session(timeout).getTransport()) {
      connect(transport);
    } catch (MessagingException e) {
      throw MailErrors.of(e);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    transport.connect(
        properties.url().getHost(),
        properties.port(),
        properties.user().orElse(null),
        properties.password().map(Secret::reveal).orElse(null));
  }

  /** The library's own time-outs are endless. */
  private Session session(Duration timeout) {
    long millis = Math.max(1, timeout.toMillis());
    String protocol = properties.tls() ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    Properties all = new Properties();
    all.put("mail.transport.protocol", protocol);
    all.put(prefix + "connectiontimeout", Long.toString(Math.min(millis, CONNECT_MILLIS_MAX)));
    all.put(prefix + "timeout", Long.toString(millis));
    all.put(prefix + "writetimeout", Long.toString(millis));
    all.put(prefix + "auth", Boolean.toString(properties.user().isPresent()));
    all.put(prefix + "starttls.enable", Boolean.toString(properties.startTls()));
    all.put(prefix + "starttls.required", Boolean.toString(properties.startTls()));
    all.put(prefix + "ssl.checkserveridentity", "true");
    // Our host's name is nobody's business and may not be a valid one.
    all.put(prefix + "localhost", "localhost");
    return Session.getInstance(all);
  }
}
