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
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final boolean force;

  /**
   * For the partners that are shipped.
   *
   * @param force writes over files that are there, which a person may have mended
   */
  public Integrations(
      Path definitions,
      ZoneId zone,
      Map<String, String> renamed,
      Function<String, Optional<String>> environment,
      boolean force) {
    this(definitions, zone, renamed, environment, TakenIds.shipped(), force);
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
      Set<String> taken,
      boolean force) {
    this.definitions = definitions;
    this.zone = zone;
    this.renamed = Map.copyOf(renamed);
    this.environment = environment;
    this.taken = Set.copyOf(taken);
    this.force = force;
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
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, YamlPlace> entry :
        top.only("integrations").require("integrations").entries().entrySet()) {
      try {
        write(
            new IntegratedSystem(id(entry, ids), entry.getValue(), gaps, zone, environment), files);
      } catch (DeclarationException e) {
        e.findings().forEach(gaps::add);
      }
    }
    return new Imported(List.copyOf(files), gaps.all());
  }

  private String id(Map.Entry<String, YamlPlace> entry, Set<String> ids) {
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
    if (!ids.add(id)) {
      throw entry
          .getValue()
          .error(
              "'"
                  + id
                  + "' is what another system of this file becomes too: import it by another id, as"
                  + " --as "
                  + entry.getKey()
                  + "="
                  + id
                  + "-2");
    }
    return id;
  }

  private void write(IntegratedSystem system, List<Path> files) throws IOException {
    String name = "connectors/declared/" + system.id() + ".yaml";
    String text = system.connector();
    Declaration.read(name, text);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(name, text);
    system.schedules().forEach((key, value) -> texts.put("schedules/" + key + ".yaml", value));
    free(system, texts);
    for (Map.Entry<String, String> one : texts.entrySet()) {
      Path path = definitions.resolve(one.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, one.getValue());
      files.add(path);
    }
  }

  /** All of a system's files or none: half of them would be neither the old nor the new. */
  private void free(IntegratedSystem system, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> one : texts.entrySet()) {
      Path path = definitions.resolve(one.getKey());
      if (!force && Files.exists(path) && !Files.readString(path).equals(one.getValue())) {
        throw system
            .place()
            .error(
                path
                    + " is there already and says something else: nothing of '"
                    + system.id()
                    + "' was written; remove that file, or write over it with --force");
      }
    }
  }
}
