package io.entrepot.app.workbench;

import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The operator's own mappings folder, kept as a readable copy of what was promoted. A file that
 * somebody edited there is never lost: at a start it is left alone, by a promotion it is moved
 * aside.
 */
@Component
final class DefinitionsFolder {
  private final @Nullable Path own;
  private final MappingFolder files;
  private final MappingVersions versions;

  DefinitionsFolder(
      @Value("${entrepot.definitions:}") String definitions,
      MappingFolder files,
      MappingVersions versions) {
    this.own = definitions.isBlank() ? null : Path.of(definitions, "mappings");
    this.files = files;
    this.versions = versions;
  }

  /**
   * Writes what was promoted; a folder that cannot be written changes nothing about what is in
   * force.
   *
   * @param edited whether a file edited by hand gives way, which keeps it beside
   * @return what an operator should know
   */
  List<String> write(MappingBundle bundle, boolean edited) {
    if (own == null) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    try {
      writeMapping(own.resolve(MappingBundle.path(bundle.name())), bundle, edited, notes);
      writeUsed(own, bundle, notes);
    } catch (IOException e) {
      notes.add("the definitions folder cannot be written: " + e);
    }
    return notes;
  }

  private void writeMapping(Path file, MappingBundle bundle, boolean edited, List<String> notes)
      throws IOException {
    byte[] there = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    if (there == null || Arrays.equals(there, bundle.file())) {
      replace(file, bundle.file());
    } else if (versions.knows(bundle.name(), there)) {
      replace(file, bundle.file());
    } else if (edited) {
      Path aside = aside(file);
      Files.move(file, aside);
      replace(file, bundle.file());
      notes.add(file + " was edited by hand and not in force; it is kept as " + aside);
    } else {
      notes.add(
          file
              + " was edited by hand and is not in force: version "
              + bundle.version()
              + " is, which was promoted. Promote the file, or take it away");
    }
  }

  /** Others may use a file too: one that exists is not changed under them. */
  private void writeUsed(Path folder, MappingBundle bundle, List<String> notes) throws IOException {
    for (Map.Entry<String, byte[]> used : bundle.files().entrySet()) {
      String path = used.getKey();
      if (path.equals(MappingBundle.path(bundle.name())) || !MappingFolder.stays(path)) {
        continue;
      }
      byte[] there = files.find(path);
      if (there == null) {
        replace(folder.resolve(path), used.getValue());
      } else if (!Arrays.equals(there, used.getValue())) {
        notes.add(
            bundle.name() + " uses another " + path + " than stands in this hub's mappings folder");
      }
    }
  }

  private static Path aside(Path file) {
    int number = 1;
    Path aside = file.resolveSibling(file.getFileName() + ".edited-" + number);
    while (Files.exists(aside)) {
      number++;
      aside = file.resolveSibling(file.getFileName() + ".edited-" + number);
    }
    return aside;
  }

  /** Whole or not at all, for whoever reads it meanwhile. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".mapping", ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
