package io.entrepot.app.partner.integrations;

import io.entrepot.connectors.http.declared.DeclarationFinding;
import io.entrepot.connectors.http.declared.YamlPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the file does not say. */
final class Gaps {
  private final List<DeclarationFinding> found = new ArrayList<>();

  void add(YamlPlace place, String problem) {
    add(new DeclarationFinding(place.file(), place.line(), problem));
  }

  void add(DeclarationFinding finding) {
    found.add(finding);
  }

  List<DeclarationFinding> all() {
    return found.stream().sorted(Comparator.comparingInt(DeclarationFinding::line)).toList();
  }
}
