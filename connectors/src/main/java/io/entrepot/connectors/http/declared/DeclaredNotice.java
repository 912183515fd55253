package io.entrepot.connectors.http.declared;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document the partner sends.
 *
 * @param trust why it is believed
 * @param key the fields that together name this notice, the same at each delivery of it
 */
record DeclaredNotice(
    String name,
    DeclaredAuth trust,
    Set<String> methods,
    List<FieldPath> key,
    int answerStatus,
    String answerBody) {

  /** The field of the body with a shared secret, as a JSON pointer; it is not stored. */
  Optional<String> secretField() {
    return Optional.ofNullable(trust.values().get("field")).map(String::valueOf);
  }
}
