package io.entrepot.app.imports;

import io.entrepot.app.embedded.UploadNames;
import io.entrepot.app.mapping.CsvSource;
import io.entrepot.app.mapping.Mappings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  private final Mappings mappings;
  private final RemoteFileTemplate<DirEntry> remote;
  private final CompleteFiles complete;
  private final String folder;
  private final String mapping;
  private final Clock clock;

  DroppedFile(
      Imports imports,
      Mappings mappings,
      RemoteFileTemplate<DirEntry> remote,
      CompleteFiles complete,
      String folder,
      String mapping,
      Clock clock) {
    this.imports = imports;
    this.mappings = mappings;
    this.remote = remote;
    this.complete = complete;
    this.folder = folder;
    this.mapping = mapping;
    this.clock = clock;
  }

  void take(Message<File> message) {
    File local = message.getPayload();
    String name = String.valueOf(message.getHeaders().get(FileHeaders.REMOTE_FILE));
    try {
      if (local.length() == remoteSize(name) && !cut(local, name)) {
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

  /** True for a file that is not to be imported now, since its end seems to be missing. */
  private boolean cut(File local, String name) throws IOException {
    CsvSource source = FileMapping.of(mappings, mapping).source();
    if (complete.vouchedFor(name)
        || !CutFile.looksSo(local.toPath(), source.encoding(), source.delimiter())) {
      return false;
    }
    if (complete.hold(name)) {
      LOG.warn("{} in {} ends in the middle of a row: it is given time to go on", name, folder);
    } else {
      refuse(
          name,
          "import-file-cut-off",
          "The file ends in the middle of a row and did not go on. Nothing of it was imported."
              + " Send the whole file again; if it is whole, end its last line or put "
              + name
              + UploadNames.DONE
              + " beside it.");
    }
    return true;
  }

  private void submit(File local, String name) throws IOException {
    try (InputStream content = Files.newInputStream(local.toPath())) {
      ImportView taken = imports.submit(Submission.of(mapping, name), content);
      LOG.info("Took {} from SFTP as import {}", name, taken.batchId());
      move(name, ARCHIVE);
    } catch (ImportRefused e) {
      refuse(name, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void refuse(String name, String code, String detail) {
    String moved = move(name, ERROR);
    LOG.warn("Did not take {} from SFTP, it is {} now: {}", name, moved, detail);
    String file = moved.substring(moved.lastIndexOf('/') + 1);
    DropFolders.tell(new Stray(file, code + "\n" + detail + "\n"), folder + "/" + ERROR, remote);
  }

  private String move(String name, String to) {
    String target = folder + "/" + to + "/" + STAMP.format(clock.instant()) + "-" + name;
    remote.rename(folder + "/" + name, target);
    if (remote.exists(folder + "/" + name + UploadNames.DONE)) {
      remote.remove(folder + "/" + name + UploadNames.DONE);
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
