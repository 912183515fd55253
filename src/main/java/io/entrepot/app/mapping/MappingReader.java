package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Compiles mapping files without putting them in force. */
public final class MappingReader {

  private MappingReader() {}

  /**
   * Reads one mapping file.
   *
   * @param name the file's path without its ending, which must also stand in it
   * @param files where its schema and its tables are found
   * @throws MappingFileException naming file, place and reason, if it cannot be put in force
   */
  public static Candidate read(String name, byte[] file, DefinitionFiles files) {
    return new MappingCompiler(files).compile(name, file);
  }

  /**
   * The name that a mapping file bears.
   *
   * @param shown how messages name the file
   * @throws MappingFileException if it is no mapping file
   */
  public static String nameIn(String shown, byte[] file) {
    return new Spec(shown, "", StrictYaml.read(shown, file)).requireText("mapping");
  }

  /**
   * A mapping or a table as it is written, not compiled.
   *
   * @throws MappingFileException if it is not YAML as we take it
   */
  public static JsonNode tree(String shown, byte[] file) {
    return StrictYaml.read(shown, file);
  }

  /** The mapping as it was when the bundle was made, whatever stands in this node's folders. */
  public static Candidate read(MappingBundle bundle) {
    return read(bundle.name(), bundle.file(), bundle);
  }
}
