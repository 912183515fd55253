package io.entrepot.connectors.mail;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What to write to whom, checked.
 *
 * @param html blank if there is only text
 * @param id left part of the Message-ID
 * @param language such as ko; blank if not known
 */
record Letter(
    InternetAddress to, String subject, String text, String html, String id, String language) {
  private static final int SUBJECT_LENGTH_MAX = 500;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,100}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  static Letter of(PartnerCall call) throws PartnerException {
    JsonNode body = call.body();
    String id = body.path("messageId").asText();
    String language = body.path("language").asText();
    return new Letter(
        recipient(body.path("to").asText()),
        subject(body.path("subject").asText()),
        // Text in base64 keeps its line ends, and those of mail are CR LF (RFC 2045, 6.8).
        body.path("text").asText().replaceAll("\\R", "\r\n"),
        body.path("html").asText(),
        ID.matcher(id).matches() ? id : derived(call.idempotencyKey()),
        LANGUAGE.matcher(language).matches() ? language : "");
  }

  private static InternetAddress recipient(String text) throws PartnerException {
    try {
      InternetAddress address = new InternetAddress(text, true);
      // Strict parsing still lets line ends into a display name: they would become headers.
      if (oneLine(text) && address.getAddress().contains("@")) {
        return address;
      }
    } catch (AddressException e) {
      // Said below: the address is personal data.
    }
    throw wrong("WRONG_RECIPIENT", "'to' is not exactly one mail address; correct the order");
  }

  private static String subject(String text) throws PartnerException {
    if (text.isBlank() || text.length() > SUBJECT_LENGTH_MAX || !oneLine(text)) {
      throw wrong("WRONG_SUBJECT", "a subject is one line of 1 to 500 characters");
    }
    return text;
  }

  private static boolean oneLine(String text) {
    return text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029);
  }

  private static PartnerException wrong(String code, String problem) {
    return new PartnerException(ErrorClass.CLIENT_ERROR, code, problem);
  }

  private static String derived(String idempotencyKey) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(idempotencyKey.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  MimeMessage mail(Session session, InternetAddress from, Instant sent) throws PartnerException {
    String messageId = "<" + id + "@" + from.getAddress().replaceFirst(".*@", "") + ">";
    try {
      MimeMessage mail = new StableIdMessage(session, messageId);
      mail.setFrom(from);
      mail.setRecipient(Message.RecipientType.TO, to);
      mail.setSubject(subject, "UTF-8");
      mail.setHeader("Date", DATE.format(sent));
      // Keeps holiday notices from answering a machine.
      mail.setHeader("Auto-Submitted", "auto-generated");
      if (!language.isEmpty()) {
        mail.setContentLanguage(new String[] {language});
      }
      content(mail);
      mail.saveChanges();
      return mail;
    } catch (MessagingException e) {
      throw new PartnerException(
          ErrorClass.OUR_BUG, "MAIL_NOT_MADE", "the mail cannot be put together");
    }
  }

  private void content(MimeMessage mail) throws MessagingException {
    if (html.isBlank()) {
      mail.setText(text, "UTF-8");
      return;
    }
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, "UTF-8", "html");
    // The last alternative is the one a mail program prefers.
    mail.setContent(new MimeMultipart("alternative", plain, rich));
  }

  /** The library would give a new Message-ID at each save. */
  private static final class StableIdMessage extends MimeMessage {
    private final String messageId;

    StableIdMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
