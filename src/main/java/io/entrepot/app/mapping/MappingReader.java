package io.entrepot.app.mapping;

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

  /** The mapping as it was when the bundle was made, whatever stands in this node's folders. */
  public static Candidate read(MappingBundle bundle) {
    return read(bundle.name(), bundle.file(), bundle);
  }
}
