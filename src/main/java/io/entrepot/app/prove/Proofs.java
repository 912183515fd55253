package io.entrepot.app.prove;

import io.entrepot.app.prove.stock.StockProof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every proof that ships, in the order in which {@code --list} tells them. */
final class Proofs {
  private static final List<Proof> ALL = List.of(new StockProof());

  private Proofs() {}

  static Map<String, Proof> all() {
    return byName(ALL);
  }

  static Map<String, Proof> byName(List<Proof> proofs) {
    Map<String, Proof> byName = new LinkedHashMap<>();
    proofs.forEach(proof -> byName.put(proof.name(), proof));
    return byName;
  }
}
