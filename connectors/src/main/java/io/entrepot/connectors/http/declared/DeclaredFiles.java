package io.entrepot.connectors.http.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The shipped declarations, and over them those of the operator's own folder. */
final class DeclaredFiles {
  private static final String FOLDER = "connectors/declared/";
  private static final String ENDING = ".yaml";

  private DeclaredFiles() {}

  /**
   * Texts by name as findings show it, sorted.
   *
   * @param definitions folder that may have {@code connectors/declared}; may be blank
   */
  static Map<String, String> read(String definitions) {
    Map<String, String> files = new TreeMap<>();
    try {
      for (Resource shipped :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "*" + ENDING)) {
        files.put(
            FOLDER + shipped.getFilename(), shipped.getContentAsString(StandardCharsets.UTF_8));
      }
      Path own = Path.of(definitions, FOLDER);
      if (!definitions.isBlank() && Files.isDirectory(own)) {
        own(own, files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the declared connectors cannot be read", e);
    }
    return files;
  }

  private static void own(Path folder, Map<String, String> files) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(ENDING)).toList()) {
        files.put(FOLDER + path.getFileName(), Files.readString(path));
      }
    }
  }
}
