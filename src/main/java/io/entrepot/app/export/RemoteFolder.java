package io.entrepot.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One folder on a file server; every failure to reach it is an {@link IOException}. */
public interface RemoteFolder extends AutoCloseable {
  boolean exists(String name) throws IOException;

  /** Writes or overwrites; a broken connection may leave half a file. */
  void upload(String name, Path content) throws IOException;

  /** Atomic. Fails when {@code to} is there already. */
  void rename(String from, String to) throws IOException;

  byte[] download(String name) throws IOException;

  /** Names of the files, sorted. */
  List<String> list() throws IOException;

  @Override
  void close() throws IOException;

  /** Opens folders. */
  interface Server {
    /** Connects; the folder is made when it is missing. */
    RemoteFolder open(String folder) throws IOException;
  }
}
