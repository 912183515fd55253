package io.entrepot.app.imports;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.file.FileHeaders;
import org.springframework.integration.file.remote.RemoteFileTemplate;
import org.springframework.messaging.Message;

/**
 * Imports a file that a partner dropped, then moves it out of the way: to {@code archive}, or with
 * the reason to {@code error}. Dying in between imports nothing twice: the file is known then.
 */
final class DroppedFile {
  static final String ARCHIVE = "archive";
  static final String ERROR = "error";
  private static final Logger LOG = LoggerFactory.getLogger(DroppedFile.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Imports imports;
  private final RemoteFileTemplate<DirEntry> remote;
  private final String folder;
  private final String mapping;
  private final Clock clock;

  DroppedFile(
      Imports imports,
      RemoteFileTemplate<DirEntry> remote,
      String folder,
      String mapping,
      Clock clock) {
    this.imports = imports;
    this.remote = remote;
    this.folder = folder;
    this.mapping = mapping;
    this.clock = clock;
  }

  void take(Message<File> message) {
    File local = message.getPayload();
    String name = String.valueOf(message.getHeaders().get(FileHeaders.REMOTE_FILE));
    try {
      if (local.length() == remoteSize(name)) {
        submit(local, name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + local, e);
    } finally {
      // What stays here would never be fetched again.
      delete(local);
    }
  }

  /** A file that grew while it was fetched is left for a later look. */
  private long remoteSize(String name) {
    for (DirEntry entry : remote.list(folder)) {
      if (entry.getFilename().equals(name)) {
        return entry.getAttributes().getSize();
      }
    }
    return -1;
  }

  private void submit(File local, String name) throws IOException {
    try (InputStream content = Files.newInputStream(local.toPath())) {
      ImportView taken = imports.submit(Submission.of(mapping, name), content);
      LOG.info("Took {} from SFTP as import {}", name, taken.batchId());
      move(name, ARCHIVE);
    } catch (ImportRefused e) {
      String moved = move(name, ERROR);
      String reason = e.code() + "\n" + e.getMessage() + "\n";
      byte[] text = reason.getBytes(StandardCharsets.UTF_8);
      remote.<Void>execute(
          session -> {
            session.write(new ByteArrayInputStream(text), moved + ".reason.txt");
            return null;
          });
    }
  }

  private String move(String name, String to) {
    String target = folder + "/" + to + "/" + STAMP.format(clock.instant()) + "-" + name;
    remote.rename(folder + "/" + name, target);
    if (remote.exists(folder + "/" + name + CompleteFiles.DONE)) {
      remote.remove(folder + "/" + name + CompleteFiles.DONE);
    }
    return target;
  }

  private static void delete(File local) {
    try {
      Files.deleteIfExists(local.toPath());
    } catch (IOException e) {
      LOG.warn("Cannot delete {}", local, e);
    }
  }
}
