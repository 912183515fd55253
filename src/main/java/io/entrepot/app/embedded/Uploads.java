package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Knows which files are being written. While one is, {@code .NAME.open} stands beside it, for any
 * node to see. An upload is whole when its handle was closed by the client; one whose session ended
 * before, or whose server was killed, is set aside.
 */
final class Uploads implements SftpEventListener {
  private static final int FOLDERS_DEEP = 8;

  private final Path homes;
  private final Map<Path, Writers> open = new HashMap<>();

  /** Sessions that have a file open, and whether a write of theirs failed. */
  private static final class Writers {
    private final List<ServerSession> sessions = new ArrayList<>();
    private boolean failed;
  }

  Uploads(Path homes) {
    this.homes = homes;
  }

  /** Uploads that a killed server left; before it serves anybody. */
  void setAsideLeftovers() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(homes, FOLDERS_DEEP)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Optional<String> name = UploadNames.markedOpen(String.valueOf(file.getFileName()));
      if (name.isPresent()) {
        BrokenUpload.setAside(file.resolveSibling(name.get()), "the hub was stopped");
        Files.delete(file);
      }
    }
  }

  /** Before the file is there: nobody may see it without its marker. */
  @Override
  public void opening(ServerSession session, String remoteHandle, Handle handle)
      throws IOException {
    Path file = written(session, handle);
    if (file != null) {
      synchronized (open) {
        Path marker = marker(file);
        if (!Files.exists(marker)) {
          Files.createFile(marker);
        }
        open.computeIfAbsent(file, key -> new Writers()).sessions.add(session);
      }
    }
  }

  @Override
  public void openFailed(
      ServerSession session, String remotePath, Path path, boolean folder, Throwable thrown)
      throws IOException {
    if (!folder) {
      left(session, real(session, path), null);
    }
  }

  @Override
  public void written(
      ServerSession session,
      String remoteHandle,
      FileHandle handle,
      long offset,
      byte[] data,
      int from,
      int length,
      @Nullable Throwable thrown) {
    if (thrown != null) {
      synchronized (open) {
        Writers writers = open.get(real(session, handle.getFile()));
        if (writers != null) {
          writers.failed = true;
        }
      }
    }
  }

  @Override
  public void closed(
      ServerSession session, String remoteHandle, Handle handle, @Nullable Throwable thrown)
      throws IOException {
    Path file = written(session, handle);
    if (file != null) {
      left(session, file, thrown == null ? null : "the file could not be closed");
    }
  }

  /** Called for each handle that is still open when its session ends, and for no other. */
  @Override
  public void exiting(ServerSession session, Handle handle) throws IOException {
    Path file = written(session, handle);
    if (file != null) {
      left(session, file, "the connection ended before the file was closed");
    }
  }

  @Override
  public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    synchronized (open) {
      if (open.containsKey(real(session, from)) || open.containsKey(real(session, to))) {
        throw new AccessDeniedException(
            from.toString(), to.toString(), "it is being uploaded: close it first");
      }
    }
  }

  private void left(ServerSession session, Path file, @Nullable String broken) throws IOException {
    synchronized (open) {
      Writers writers = open.get(file);
      if (writers == null || !writers.sessions.remove(session)) {
        return;
      }
      String why = broken == null && writers.failed ? "a write failed" : broken;
      if (why != null) {
        BrokenUpload.setAside(file, why);
      }
      if (writers.sessions.isEmpty()) {
        open.remove(file);
        Files.deleteIfExists(marker(file));
      }
    }
  }

  private @Nullable Path written(ServerSession session, Handle handle) {
    if (!(handle instanceof FileHandle file)
        || !file.getOpenOptions().contains(StandardOpenOption.WRITE)) {
      return null;
    }
    Path real = real(session, file.getFile());
    String name = String.valueOf(real.getFileName());
    boolean nobodyTakesIt = name.startsWith(".") || UploadNames.finished(name).isPresent();
    return nobodyTakesIt ? null : real;
  }

  /** The session sees its home as the root of all. */
  private Path real(ServerSession session, Path path) {
    String below = path.toString().replaceFirst("^/+", "");
    return homes.resolve(session.getUsername()).resolve(below).normalize();
  }

  private static Path marker(Path file) {
    return file.resolveSibling(UploadNames.openMarker(String.valueOf(file.getFileName())));
  }
}
