package io.entrepot.app.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Puts a file that comes in on disk, durable before it is registered. */
final class FileIntake {
  private static final long BYTES_MAX = 2L << 30;
  private static final int BUFFER_BYTES = 1 << 16;

  /** A file in our keeping. */
  record Kept(Path path, String sha256, long bytes) {}

  private final Path folder;

  FileIntake(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the stream to its end.
   *
   * @throws ImportRefused if it is empty, too long, or no text of that encoding; nothing is kept
   */
  Kept keep(UUID batchId, InputStream in, Charset encoding) {
    try {
      Files.createDirectories(folder);
      Path arriving = folder.resolve(batchId + ".arriving");
      try {
        Kept arrived = receive(arriving, in, encoding);
        Path kept = folder.resolve(batchId + ".csv");
        Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        return new Kept(kept, arrived.sha256(), arrived.bytes());
      } finally {
        Files.deleteIfExists(arriving);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the file under " + folder, e);
    }
  }

  void drop(Path kept) {
    try {
      Files.deleteIfExists(kept);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + kept, e);
    }
  }

  private static Kept receive(Path file, InputStream in, Charset encoding) throws IOException {
    MessageDigest sha256 = sha256();
    EncodingCheck check = new EncodingCheck(encoding);
    long bytes = 0;
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.readNBytes(buffer, 0, buffer.length);
          read > 0;
          read = in.readNBytes(buffer, 0, buffer.length)) {
        bytes += read;
        requireRoom(bytes);
        check.bytes(buffer, read);
        sha256.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    check.end();
    force(file);
    return new Kept(file, HexFormat.of().formatHex(sha256.digest()), bytes);
  }

  private static void requireRoom(long bytes) {
    if (bytes > BYTES_MAX) {
      throw new ImportRefused(
          "import-file-too-large",
          "The file has more than " + (BYTES_MAX >> 20) + " MiB. Split it and send the parts.");
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
