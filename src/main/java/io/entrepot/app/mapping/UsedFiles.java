package io.entrepot.app.mapping;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notes what is read while one mapping is compiled: its schema and its tables. */
final class UsedFiles implements DefinitionFiles {
  private final DefinitionFiles files;
  private final Map<String, byte[]> used = new TreeMap<>();

  UsedFiles(DefinitionFiles files) {
    this.files = files;
  }

  @Override
  public byte @Nullable [] find(String path) {
    byte[] bytes = files.find(path);
    if (bytes != null) {
      used.put(path, bytes);
    }
    return bytes;
  }

  Map<String, byte[]> used() {
    return used;
  }
}
