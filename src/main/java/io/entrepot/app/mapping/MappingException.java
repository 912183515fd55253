package io.entrepot.app.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be translated; says every reason at once. Never worth a retry. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String mapping;
  private final transient List<MappingError> errors;

  public MappingException(String mapping, List<MappingError> errors) {
    super(mapping + ": " + errors.stream().map(String::valueOf).collect(Collectors.joining("; ")));
    this.mapping = mapping;
    this.errors = List.copyOf(errors);
  }

  public String mapping() {
    return mapping;
  }

  public List<MappingError> errors() {
    return errors;
  }
}
