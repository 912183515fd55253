package io.entrepot.app.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The mappings folder of the jar, with an operator's own folder laid over it. */
public final class MappingFolder implements DefinitionFiles {
  private static final String IN_JAR = "classpath*:mappings/";
  private static final Pattern FILE =
      Pattern.compile(".*?mappings/([^/_][^/]*/[^/]+\\.(?:inbound|outbound))\\.yaml");

  private final ResourcePatternResolver jar = new PathMatchingResourcePatternResolver();
  private final @Nullable Path own;

  /**
   * Nothing is read yet.
   *
   * @param own a folder with the same layout whose files win; null for none
   */
  public MappingFolder(@Nullable Path own) {
    this.own = own;
  }

  /** The names of all mapping files. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    try {
      for (Resource resource : jar.getResources(IN_JAR + "*/*.yaml")) {
        add(names, resource.getURL().toString());
      }
      if (own != null && Files.isDirectory(own)) {
        try (Stream<Path> files = Files.find(own, 2, (path, about) -> about.isRegularFile())) {
          files.forEach(path -> add(names, "mappings/" + own.relativize(path)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the mappings folder", e);
    }
    return names;
  }

  private static void add(Set<String> names, String path) {
    Matcher matcher = FILE.matcher(path);
    if (matcher.matches()) {
      names.add(matcher.group(1));
    }
  }

  /** The file of the operator's own folder alone; null if it has none there. */
  public byte @Nullable [] findOwn(String path) {
    if (own == null || !stays(path)) {
      return null;
    }
    try {
      Path file = own.resolve(path);
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + own.resolve(path), e);
    }
  }

  /** Whether a path leads into the folder and not out of it. */
  public static boolean stays(String path) {
    Path way = Path.of(path);
    return !way.isAbsolute() && way.normalize().equals(way) && !path.startsWith("..");
  }

  @Override
  public byte @Nullable [] find(String path) {
    if (!stays(path)) {
      return null;
    }
    byte[] mine = findOwn(path);
    if (mine != null) {
      return mine;
    }
    try {
      Resource resource = jar.getResource("classpath:mappings/" + path);
      return resource.exists() ? resource.getContentAsByteArray() : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read mappings/" + path, e);
    }
  }
}
