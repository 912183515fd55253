package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file that only its owner reads (0600) and that is whole or not there. */
public final class SecretFile {
  private SecretFile() {}

  /** The text of {@code file}; 128 random bits in hex are put there first when it is missing. */
  public static String readOrCreate(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        write(file, HexFormat.of().formatHex(secret));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartRefused("cannot keep a secret in " + file + ": " + e, e);
    }
  }

  /** Replaces {@code file} by {@code text}, on disk before it returns. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    DurableFile.write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
