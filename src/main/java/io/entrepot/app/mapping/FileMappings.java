package io.entrepot.app.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The mappings as they stood in the files when the node started. */
final class FileMappings implements Mappings {
  private final Map<String, CompiledMapping> byName;

  private FileMappings(Map<String, CompiledMapping> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * Reads and compiles every file.
   *
   * @throws MappingFileException if one of them cannot be put in force
   */
  static FileMappings load(MappingFolder folder) {
    MappingCompiler compiler = new MappingCompiler(folder);
    Map<String, CompiledMapping> byName = new TreeMap<>();
    for (String name : folder.names()) {
      byte[] bytes = folder.find(name + ".yaml");
      if (bytes != null) {
        byName.put(name, compiler.compile(name, bytes));
      }
    }
    return new FileMappings(byName);
  }

  @Override
  public Mapping find(String name) {
    Mapping mapping = byName.get(name);
    if (mapping == null) {
      throw new UnknownMappingException(name, byName.keySet());
    }
    return mapping;
  }

  @Override
  public Collection<Mapping> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  Collection<CompiledMapping> compiled() {
    return byName.values();
  }
}
