package io.entrepot.app.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the compiler stands: the target field, and what {@code $} and each {@code ^} mean there.
 *
 * @param target the target's path, as {@code lines[].quantity}
 * @param sources what {@code $}, {@code ^}, {@code ^^} … stand for, as {@code $.rows[]}
 */
record Place(String target, List<String> sources) {

  static final Place ROOT = new Place("", List.of("$"));

  Place field(String name) {
    return new Place(target.isEmpty() ? name : target + "." + name, sources);
  }

  Place item(String list) {
    List<String> inner = new ArrayList<>(sources);
    inner.add(0, list + "[]");
    return new Place(target + "[]", List.copyOf(inner));
  }
}
