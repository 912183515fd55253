package io.entrepot.app.partner.create;

import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes a partner's files into the project. Only new ones: nothing that is there is touched. */
public final class PartnerCreation {
  private final Path root;

  /**
   * Into that project.
   *
   * @param root the folder with routes, mappings and connectors
   */
  public PartnerCreation(Path root) {
    this.root = root;
  }

  /**
   * Writes them.
   *
   * @param declared a YAML file in place of a Java package
   * @return the files, from the root
   * @throws StartRefused if one of them, or the partner, is there already, or this is no project
   */
  public List<String> create(NewPartner partner, boolean declared) throws IOException {
    for (String folder : List.of("routes", "mappings", "connectors")) {
      if (!Files.isDirectory(root.resolve(folder))) {
        throw new StartRefused(
            root + " has no folder " + folder + ": run this where the project's sources are");
      }
    }
    notThereYet(partner);
    Map<String, String> files = PartnerFiles.of(partner, declared);
    for (String path : files.keySet()) {
      if (Files.exists(root.resolve(path))) {
        throw new StartRefused(path + " is there already: take another name, or remove it");
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(
          path, file.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }
    return List.copyOf(files.keySet());
  }

  private void notThereYet(NewPartner partner) {
    List<String> places =
        List.of(
            "connectors/declared/" + partner.id() + ".yaml",
            "connectors/src/main/java/io/entrepot/connectors/" + partner.packageName(),
            "mappings/" + partner.id(),
            "routes/" + partner.id());
    for (String place : places) {
      if (Files.exists(root.resolve(place))) {
        throw new StartRefused("there is a partner '" + partner.id() + "' already: see " + place);
      }
    }
  }
}
