package io.entrepot.app.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.entrepot.app.embedded.SecretFile;
import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * {@code run.json} of a data directory: how the command line and joining nodes find the hub that
 * runs on it. Holds its keys, hence 0600.
 *
 * @param settings what a joining node takes over, keys without prefix
 */
public record RunFile(long pid, URI url, String opsKey, Path data, Map<String, String> settings) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public RunFile {
    settings = Map.copyOf(settings);
  }

  /** The hub that runs on {@code data}; empty when none does, also after a kill -9. */
  public static Optional<RunFile> find(Path data) {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      RunFile found = JSON.readValue(Files.readString(file), RunFile.class);
      return Optional.of(found).filter(RunFile::runs);
    } catch (IOException e) {
      throw new StartRefused("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  void write() throws IOException {
    SecretFile.write(file(data), JSON.writeValueAsString(this));
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(file(data));
  }

  private boolean runs() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private static Path file(Path data) {
    return data.resolve("run.json");
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "hub " + pid + " at " + url;
  }
}
