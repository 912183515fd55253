package io.entrepot.app.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file with all that it uses, which together say what it does: the same bundle gives the
 * same translation on every node, whatever stands in that node's folders.
 *
 * @param name the file's path without its ending, as {@code wms/shipment.outbound}
 * @param files by path from the mappings folder: the mapping itself, its schema, its tables
 */
public record MappingBundle(String name, Map<String, byte[]> files) implements DefinitionFiles {

  public MappingBundle {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    if (!files.containsKey(path(name))) {
      throw new IllegalArgumentException("the bundle of " + name + " has no " + path(name));
    }
  }

  static MappingBundle of(String name, byte[] file, Map<String, byte[]> used) {
    Map<String, byte[]> files = new TreeMap<>(used);
    files.put(path(name), file);
    return new MappingBundle(name, files);
  }

  /** Where the mapping of that name stands in a mappings folder. */
  public static String path(String name) {
    return name + ".yaml";
  }

  /** The mapping file itself. */
  public byte[] file() {
    return Objects.requireNonNull(files.get(path(name)));
  }

  /** The first twelve hex digits of a SHA-256 over all its files and their paths. */
  public String version() {
    return Version.of(files);
  }

  /** Whether it is the same byte for byte. */
  public boolean sameAs(MappingBundle other) {
    return name.equals(other.name)
        && files.keySet().equals(other.files.keySet())
        && files.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.files.get(file.getKey())));
  }

  @Override
  public byte @Nullable [] find(String path) {
    return files.get(path);
  }
}
