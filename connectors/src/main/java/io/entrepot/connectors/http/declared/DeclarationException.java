package io.entrepot.connectors.http.declared;

import java.util.List;
import java.util.stream.Collectors;

/** A declaration that cannot be put in force, with everything that is wrong with it. */
public final class DeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<DeclarationFinding> findings;

  DeclarationException(List<DeclarationFinding> findings) {
    super(findings.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** In the order of the file's sections; at least one. */
  public List<DeclarationFinding> findings() {
    return findings;
  }
}
