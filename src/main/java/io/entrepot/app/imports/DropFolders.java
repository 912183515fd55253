package io.entrepot.app.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.springframework.integration.file.remote.RemoteFileTemplate;
import org.springframework.integration.file.remote.session.Session;

/** The folders for order files: makes them, and tells of files that lie beside them. */
final class DropFolders {
  static final String ROOT = "orders";
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Set<String> partners;
  private final CompleteFiles quiet;
  private final Clock clock;
  private Instant next = Instant.MIN;

  DropFolders(Set<String> partners, Duration quiet, Clock clock) {
    this.partners = new TreeSet<>(partners);
    this.quiet = new CompleteFiles(quiet, clock);
    this.clock = clock;
  }

  static String of(String partner) {
    return ROOT + "/" + partner;
  }

  static void make(String folder, RemoteFileTemplate<DirEntry> remote) {
    List<String> wanted =
        List.of(ROOT, folder, folder + "/" + DroppedFile.ARCHIVE, folder + "/" + DroppedFile.ERROR);
    remote.<Void>execute(
        session -> {
          for (String path : wanted) {
            make(path, session);
          }
          return null;
        });
  }

  /** The root is everybody's: another folder's look may make it at the same moment. */
  private static void make(String path, Session<DirEntry> session) throws IOException {
    if (session.exists(path)) {
      return;
    }
    try {
      session.mkdir(path);
    } catch (IOException e) {
      if (!session.exists(path)) {
        throw e;
      }
    }
  }

  /** A file in the root itself is of no partner; now and then, by whoever looks first. */
  synchronized void tellOfWrongFolder(RemoteFileTemplate<DirEntry> remote) {
    if (clock.instant().isBefore(next)) {
      return;
    }
    next = clock.instant().plus(LOOK);
    DirEntry[] entries = remote.list(ROOT);
    Set<String> names =
        List.of(entries).stream().map(DirEntry::getFilename).collect(Collectors.toSet());
    String folders = partners.stream().map(DropFolders::of).collect(Collectors.joining(", "));
    String reason = "WRONG_FOLDER\nNothing is taken from here. Move the file to one of: %s.\n";
    for (DirEntry entry : quiet.filterFiles(entries)) {
      if (!names.contains(Stray.note(entry.getFilename()))) {
        tell(new Stray(entry.getFilename(), reason.formatted(folders)), ROOT, remote);
      }
    }
    quiet.strays().forEach(stray -> tell(stray, ROOT, remote));
  }

  static void tell(Stray stray, String folder, RemoteFileTemplate<DirEntry> remote) {
    byte[] text = stray.reason().getBytes(StandardCharsets.UTF_8);
    remote.<Void>execute(
        session -> {
          session.write(new ByteArrayInputStream(text), folder + "/" + Stray.note(stray.name()));
          return null;
        });
  }
}
