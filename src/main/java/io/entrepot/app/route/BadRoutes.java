package io.entrepot.app.route;

import java.util.List;
import java.util.stream.Collectors;

/** The node does not start with route files that break the rules. */
public final class BadRoutes extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  BadRoutes(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n  ", "\n  ", "")));
  }
}
