package io.entrepot.app.workbench;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.DefinitionFiles;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.mapping.MappingFolder;
import io.entrepot.app.mapping.MappingReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file on the caller's disk. Where it stands in a mappings folder, its schema and tables
 * are those of that folder first.
 *
 * @param folder the mappings folder it stands in; null where it stands alone
 */
record LocalMapping(Path path, Candidate mapping, @Nullable MappingFolder folder) {

  /**
   * Reads and compiles it.
   *
   * @param elsewhere where a mapping of that name finds what does not stand beside it
   * @throws MappingFileException if it cannot be put in force
   */
  static LocalMapping read(Path path, Function<String, DefinitionFiles> elsewhere) {
    byte[] file = bytes(path);
    String name = MappingReader.nameIn(path.toString(), file);
    MappingFolder folder = folder(path, name);
    DefinitionFiles others = elsewhere.apply(name);
    DefinitionFiles files = used -> find(used, folder, others);
    return new LocalMapping(path, MappingReader.read(name, file, files), folder);
  }

  private static @Nullable MappingFolder folder(Path path, String name) {
    Path place = path.toAbsolutePath().normalize();
    Path partner = place.endsWith(MappingBundle.path(name)) ? place.getParent() : null;
    return partner == null ? null : new MappingFolder(partner.getParent());
  }

  private static byte @Nullable [] find(
      String used, @Nullable MappingFolder folder, DefinitionFiles others) {
    byte[] own = folder == null ? null : folder.findOwn(used);
    return own == null ? others.find(used) : own;
  }

  private static byte[] bytes(Path path) {
    try {
      byte[] file = Files.readAllBytes(path);
      String text = new String(file, StandardCharsets.UTF_8);
      if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), file)) {
        throw new StartRefused(path + " is not written in UTF-8: save it so");
      }
      return file;
    } catch (IOException e) {
      throw new StartRefused(path + " cannot be read: " + e, e);
    }
  }

  /** As the hub takes it: with the schema and the tables that stand beside it. */
  Map<String, Object> toSend() {
    Map<String, String> files = new TreeMap<>();
    for (String used : mapping.bundle().files().keySet()) {
      byte[] own = folder == null ? null : folder.findOwn(used);
      if (own != null && !used.equals(MappingBundle.path(mapping.name()))) {
        files.put(used, new String(own, StandardCharsets.UTF_8));
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("file", new String(mapping.bundle().file(), StandardCharsets.UTF_8));
    body.put("files", files);
    return body;
  }
}
