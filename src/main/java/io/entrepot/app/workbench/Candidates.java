package io.entrepot.app.workbench;

import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.DefinitionFiles;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFolder;
import io.entrepot.app.mapping.MappingReader;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.mapping.UnknownMappingException;
import io.entrepot.app.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds and compiles the mapping that a request means. Puts nothing in force. */
@Component
final class Candidates {
  private static final String SHOWN = "the mapping file";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][\\w-]{0,60}/[A-Za-z0-9][\\w.-]{0,80}\\.(?:inbound|outbound)");

  private final MappingsInForce mappings;
  private final MappingFolder folder;
  private final MappingVersions versions;

  Candidates(MappingsInForce mappings, MappingFolder folder, MappingVersions versions) {
    this.mappings = mappings;
    this.folder = folder;
    this.versions = versions;
  }

  /**
   * The mapping that is meant, compiled.
   *
   * @throws io.entrepot.app.mapping.MappingFileException if its file cannot be put in force
   */
  Candidate read(MappingRef ref) {
    if (ref.file() != null) {
      return read(ref.file(), ref.files() == null ? Map.of() : ref.files());
    }
    if (ref.mapping() == null) {
      throw ProblemException.badRequest(
          "mapping-not-said", "Send 'file' (a mapping's text) or 'mapping' (a mapping's name).");
    }
    return ref.version() == null
        ? inForce(ref.mapping())
        : MappingReader.read(stored(ref.mapping(), ref.version()));
  }

  private Candidate read(String text, Map<String, String> files) {
    byte[] file = bytes(text);
    String name = MappingReader.nameIn(SHOWN, file);
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.badRequest(
          "mapping-name-invalid",
          "'mapping: " + name + "' is no name: write <partner>/<document>.<inbound|outbound>.");
    }
    Optional<MappingBundle> current = find(name).map(Candidate::bundle);
    return MappingReader.read(name, file, path -> find(path, files, current.orElse(null), folder));
  }

  private static byte @Nullable [] find(
      String path,
      Map<String, String> given,
      @Nullable MappingBundle current,
      DefinitionFiles folder) {
    // A promotion writes what it used: nothing may lead out of the folder.
    if (!MappingFolder.stays(path)) {
      return null;
    }
    String text = given.get(path);
    if (text != null) {
      return bytes(text);
    }
    byte[] inForce = current == null ? null : current.find(path);
    return inForce == null ? folder.find(path) : inForce;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The mapping in force under that name; a problem if there is none. */
  Candidate inForce(String name) {
    try {
      return mappings.find(name);
    } catch (UnknownMappingException e) {
      throw ProblemException.notFound("mapping-not-found", String.valueOf(e.getMessage()));
    }
  }

  Optional<Candidate> find(String name) {
    return mappings.all().stream()
        .filter(mapping -> mapping.name().equals(name))
        .findFirst()
        .map(mapping -> mappings.find(mapping.name()));
  }

  /** A version that was promoted once, or is in force; a problem if it is neither. */
  MappingBundle stored(String name, String version) {
    Optional<MappingBundle> current = find(name).map(Candidate::bundle);
    return current
        .filter(bundle -> bundle.version().equals(version))
        .or(() -> versions.find(name, version))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "mapping-version-not-found",
                    "No version "
                        + version
                        + " of "
                        + name
                        + " was ever promoted; its history lists those that were."));
  }
}
