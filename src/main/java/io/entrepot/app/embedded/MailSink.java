package io.entrepot.app.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail over real SMTP on 127.0.0.1 and keeps it: one file, on disk before the 250. */
public final class MailSink implements AutoCloseable {
  private static final int MAIL_BYTES_MAX = 25 * 1024 * 1024;

  private final SMTPServer server;

  private MailSink(SMTPServer server) {
    this.server = server;
  }

  /**
   * Returns when it takes mail.
   *
   * @param folder gets one {@code .eml} for each mail
   * @param port 0 for a free one
   */
  public static MailSink start(Path folder, int port, Clock clock) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartRefused("cannot write " + folder + ": " + e, e);
    }
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .softwareName("Entrepot mail sink")
            .maxMessageSize(MAIL_BYTES_MAX)
            .messageHandlerFactory(context -> new Reception(folder, clock))
            .build();
    try {
      server.start();
    } catch (RuntimeException e) {
      throw Ports.refused(e, port, "ENTREPOT_SMTP_PORT");
    }
    return new MailSink(server);
  }

  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** One mail on its way in. */
  private static final class Reception implements MessageHandler {
    private final Path folder;
    private final Clock clock;
    private final List<String> recipients = new ArrayList<>();

    Reception(Path folder, Clock clock) {
      this.folder = folder;
      this.clock = clock;
    }

    @Override
    public void from(String sender) {
      // The sender stands in the mail's own header.
    }

    @Override
    public void recipient(String recipient) {
      recipients.add(recipient);
    }

    @Override
    public String data(InputStream body) throws IOException {
      ByteArrayOutputStream mail = new ByteArrayOutputStream();
      mail.write(
          ("X-Envelope-To: " + String.join(", ", recipients) + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.transferTo(mail);
      // Names sort by arrival, so that a listing needs no other order.
      String name = "%013d-%s".formatted(clock.millis(), UUID.randomUUID());
      DurableFile.write(folder.resolve(name + ".eml"), ByteBuffer.wrap(mail.toByteArray()));
      return "kept as " + name;
    }

    @Override
    public void done() {
      recipients.clear();
    }
  }
}
