package io.entrepot.app.mapping;

/** A mapping file, schema or table that cannot be put in force; names the file and the place. */
public final class MappingFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MappingFileException(String file, String place, String problem) {
    super(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem);
  }

  MappingFileException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
