package io.entrepot.app.embedded;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what came of an upload out of the way of those who take files, and says why beside it. */
final class BrokenUpload {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenUpload.class);

  private BrokenUpload() {}

  /** {@code NAME} becomes {@code NAME.part}, with {@code NAME.broken.txt}. */
  static void setAside(Path file, String why) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    String name = String.valueOf(file.getFileName());
    String part = name + UploadNames.PART;
    String text =
        "UPLOAD_BROKEN_OFF\n%s after %d bytes. What came is in %s; nothing of it was imported.\nSend the whole file again as %s.\n"
            .formatted(why, Files.size(file), part, name);
    write(file.resolveSibling(name + UploadNames.BROKEN), text);
    Files.move(file, file.resolveSibling(part), StandardCopyOption.REPLACE_EXISTING);
    LOG.warn("The upload of {} broke off: {}; nothing of it is taken", name, why);
  }

  /** A stream of the old kind: the server interrupts the thread of a session that ended. */
  private static void write(Path file, String text) throws IOException {
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
