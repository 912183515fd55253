package io.entrepot.app.node;

import io.entrepot.app.embedded.DirectoryLock;
import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory, held by this node: one hub owns it at a time. */
final class NodeDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeDirectory.class);

  private final Path data;
  private final DirectoryLock lock;

  private NodeDirectory(Path data, DirectoryLock lock) {
    this.data = data;
    this.lock = lock;
  }

  static NodeDirectory take(Path data) {
    try {
      if (!Files.exists(data)) {
        Files.createDirectories(data);
        // Keys and customers' files stand below: nobody else looks in.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw unusable(data, e.toString());
    }
    if (!Files.isDirectory(data) || !Files.isWritable(data)) {
      throw unusable(data, "not a directory that this user may write");
    }
    return new NodeDirectory(
        data, DirectoryLock.take(data.resolve("hub.lock"), "the data directory " + data));
  }

  /** From here on the command line and joining nodes find this hub. */
  void publish(RunFile run) {
    try {
      run.write();
    } catch (IOException e) {
      throw unusable(data, e.toString());
    }
  }

  private static StartRefused unusable(Path data, String why) {
    return new StartRefused(
        "cannot keep data in " + data + " (" + why + "): name another by --data or ENTREPOT_DATA");
  }

  @Override
  public void close() {
    try {
      RunFile.delete(data);
    } catch (IOException e) {
      LOG.warn("run.json stays behind: {}", e.toString());
    }
    lock.close();
  }
}
