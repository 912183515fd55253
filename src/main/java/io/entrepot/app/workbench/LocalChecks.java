package io.entrepot.app.workbench;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.mapping.MappingFolder;
import io.entrepot.app.mapping.MappingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs examples of mappings on this machine, without a hub. */
final class LocalChecks {
  private final Desk desk;
  private final MappingFolder folder;

  /**
   * Nothing is read yet.
   *
   * @param other a mappings folder instead of the definitions folder; null for that
   */
  LocalChecks(Desk desk, @Nullable Path other) {
    this.desk = desk;
    if (other != null && !Files.isDirectory(other)) {
      throw new StartRefused("there is no folder " + other + ": give one that holds <partner>/…");
    }
    this.folder = other == null ? desk.folder() : new MappingFolder(other);
  }

  List<String> names() {
    return List.copyOf(folder.names());
  }

  CheckReport named(String name) {
    byte[] file = MappingFolder.stays(name) ? folder.find(MappingBundle.path(name)) : null;
    if (file == null) {
      throw new StartRefused(
          "there is no mapping '" + name + "'; known: " + String.join(", ", folder.names()));
    }
    try {
      return CheckReport.of(MappingReader.read(name, file, folder));
    } catch (MappingFileException e) {
      return CheckReport.unusable(name, e);
    }
  }

  CheckReport file(Path path) {
    try {
      return CheckReport.of(desk.local(path).mapping());
    } catch (MappingFileException e) {
      return CheckReport.unusable(path.toString(), e);
    }
  }
}
