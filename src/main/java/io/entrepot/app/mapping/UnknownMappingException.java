package io.entrepot.app.mapping;

import java.util.Collection;

/** There is no mapping of that name. */
public final class UnknownMappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownMappingException(String name, Collection<String> known) {
    super("There is no mapping '" + name + "'. Known: " + String.join(", ", known));
  }
}
