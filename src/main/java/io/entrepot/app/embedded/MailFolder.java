package io.entrepot.app.embedded;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link MailSink} has kept. */
public final class MailFolder {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final String SUFFIX = ".eml";

  private final Path folder;

  public MailFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * One kept mail.
   *
   * @param id name of its file without the suffix
   * @param messageId as its sender gave it; a mail that was sent again has the same
   * @param text its first plain text
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Mail(
      String id, Instant receivedAt, String messageId, String to, String subject, String text) {}

  /** The newest first, {@code limit} at most. */
  public List<Mail> latest(int limit) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted(Comparator.reverseOrder())
          .limit(limit)
          .map(MailFolder::read)
          .toList();
    } catch (NoSuchFileException noMailYet) {
      return List.of();
    }
  }

  /** How many mails there are. */
  public long count() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).count();
    } catch (NoSuchFileException noMailYet) {
      return 0;
    }
  }

  private static Mail read(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    String id = name.substring(0, name.length() - SUFFIX.length());
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage mail = new MimeMessage(SESSION, in);
      return new Mail(
          id,
          Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
          orEmpty(mail.getMessageID()),
          orEmpty(mail.getHeader("X-Envelope-To", ", ")),
          orEmpty(mail.getSubject()),
          text(mail));
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("unreadable mail " + file, e);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/*")) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart parts && parts.getCount() > 0) {
      return text(parts.getBodyPart(0));
    }
    return "";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
