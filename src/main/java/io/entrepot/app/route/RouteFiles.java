package io.entrepot.app.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The shipped routes, and over them those of the operator's own folder. */
final class RouteFiles {
  private static final String FOLDER = "routes/";

  private RouteFiles() {}

  /**
   * Sorted by path.
   *
   * @param definitions folder that has a folder {@code routes}; may be empty
   */
  static List<RouteFile> read(String definitions) {
    Map<String, RouteFile> files = new TreeMap<>();
    try {
      shipped().forEach(file -> files.put(file.path(), file));
      if (!definitions.isBlank()) {
        own(Path.of(definitions, "routes")).forEach(file -> files.put(file.path(), file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the route files cannot be read", e);
    }
    return List.copyOf(files.values());
  }

  private static List<RouteFile> shipped() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + FOLDER + "**/*" + RouteFile.ENDING);
    return Stream.of(found).map(RouteFiles::file).toList();
  }

  private static RouteFile file(Resource resource) {
    try {
      String url = URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
      String path = url.substring(url.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1);
      return new RouteFile(path, resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the route file " + resource + " cannot be read", e);
    }
  }

  private static List<RouteFile> own(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(RouteFile.ENDING))
          .map(path -> file(folder, path))
          .toList();
    }
  }

  private static RouteFile file(Path folder, Path path) {
    try {
      String name = folder.relativize(path).toString().replace('\\', '/');
      return new RouteFile(name, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("the route file " + path + " cannot be read", e);
    }
  }
}
