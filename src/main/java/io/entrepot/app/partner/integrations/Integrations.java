package io.entrepot.app.partner.integrations;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.connectors.http.declared.Declaration;
import io.entrepot.connectors.http.declared.DeclarationException;
import io.entrepot.connectors.http.declared.DeclarationFinding;
import io.entrepot.connectors.http.declared.YamlPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads an {@code integrations.yaml}: systems with name, type, auth, endpoints, webhooks,
 * sync_schedule and retry_config. Each becomes {@code connectors/declared/<id>.yaml}, and each of
 * its schedules {@code schedules/<id>-<sync>.yaml}. What the file does not say is named, and not
 * made up in silence.
 */
public final class Integrations {
  private final Path definitions;
  private final ZoneId zone;
  private final Map<String, String> renamed;
  private final Function<String, Optional<String>> environment;
  private final Set<String> taken;

  /** For the partners that are shipped. */
  public Integrations(
      Path definitions,
      ZoneId zone,
      Map<String, String> renamed,
      Function<String, Optional<String>> environment) {
    this(definitions, zone, renamed, environment, TakenIds.shipped());
  }

  /**
   * Writes nothing yet.
   *
   * @param taken ids that a partner has already, without hyphens
   * @param renamed another id by the system's own
   * @param environment the value of a placeholder
   */
  Integrations(
      Path definitions,
      ZoneId zone,
      Map<String, String> renamed,
      Function<String, Optional<String>> environment,
      Set<String> taken) {
    this.definitions = definitions;
    this.zone = zone;
    this.renamed = Map.copyOf(renamed);
    this.environment = environment;
    this.taken = Set.copyOf(taken);
  }

  /**
   * What came of it.
   *
   * @param files that were written
   * @param gaps in the file's order: what a person has to give or to check
   */
  public record Imported(List<Path> files, List<DeclarationFinding> gaps) {}

  /**
   * Writes what can be written.
   *
   * @throws DeclarationException if the file is no YAML
   */
  public Imported read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new StartRefused(file + " is no file: name the integrations.yaml");
    }
    YamlPlace top = YamlPlace.read(file.getFileName().toString(), Files.readString(file));
    List<Path> files = new ArrayList<>();
    Gaps gaps = new Gaps();
    for (Map.Entry<String, YamlPlace> entry :
        top.only("integrations").require("integrations").entries().entrySet()) {
      try {
        write(new IntegratedSystem(id(entry), entry.getValue(), gaps, zone, environment), files);
      } catch (DeclarationException e) {
        e.findings().forEach(gaps::add);
      }
    }
    return new Imported(List.copyOf(files), gaps.all());
  }

  private String id(Map.Entry<String, YamlPlace> entry) {
    String id = renamed.getOrDefault(entry.getKey(), entry.getKey()).replace('_', '-');
    if (taken.contains(id.replace("-", ""))) {
      throw entry
          .getValue()
          .error(
              "'"
                  + id
                  + "' is a partner of the hub already: import it by another id, as --as "
                  + entry.getKey()
                  + "=my-"
                  + id);
    }
    return id;
  }

  private void write(IntegratedSystem system, List<Path> files) throws IOException {
    String name = "connectors/declared/" + system.id() + ".yaml";
    String text = system.connector();
    Declaration.read(name, text);
    put(name, text, files);
    for (Map.Entry<String, String> schedule : system.schedules().entrySet()) {
      put("schedules/" + schedule.getKey() + ".yaml", schedule.getValue(), files);
    }
  }

  private void put(String name, String text, List<Path> files) throws IOException {
    Path path = definitions.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    files.add(path);
  }
}
