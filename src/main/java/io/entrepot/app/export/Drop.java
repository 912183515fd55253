package io.entrepot.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Puts a file, its control totals and its done marker into the receiver's folder, so that the
 * receiver, who reacts to the marker alone, never reads half a file. May be repeated after a crash
 * at any instruction: what is there already is left as it is.
 */
final class Drop {
  private static final String TEMPORARY = ".tmp";
  private static final String CONTROL = ".ctl.json";
  private static final String DONE = ".done";

  private final RemoteFolder folder;

  Drop(RemoteFolder folder) {
    this.folder = folder;
  }

  void put(String name, Path content, Path control, String sha256) throws IOException {
    if (folder.exists(name + DONE)) {
      return;
    }
    putOnce(name, content);
    if (!sha256(folder.download(name)).equals(sha256)) {
      throw new IOException(
          name + " is there with another content: another sender uses our names, move it away");
    }
    putOnce(name + CONTROL, control);
    Path marker = Files.writeString(content.resolveSibling(name + DONE), sha256);
    putOnce(name + DONE, marker);
  }

  /** After a lost answer the final name may be there: then the rename went through. */
  private void putOnce(String name, Path content) throws IOException {
    if (folder.exists(name)) {
      return;
    }
    String temporary = "." + name + TEMPORARY;
    folder.upload(temporary, content);
    folder.rename(temporary, name);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
