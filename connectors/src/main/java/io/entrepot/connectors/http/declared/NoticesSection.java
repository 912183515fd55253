package io.entrepot.connectors.http.declared;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code notices:} — what the partner sends, and why it is believed. */
final class NoticesSection {
  private final AuthSection trust;

  NoticesSection(AuthSection trust) {
    this.trust = trust;
  }

  DeclaredNotice read(YamlPlace place, String name) {
    place.only("about", "trust", "methods", "key", "answer");
    Optional<YamlPlace> answer = place.find("answer").map(at -> at.only("status", "body"));
    return new DeclaredNotice(
        name,
        trust.read(place.require("trust")),
        methods(place),
        Sections.several(place.require("key")).stream().map(FieldPath::of).toList(),
        answer.map(at -> at.number("status", 200, 299, 200)).orElse(200),
        answer.map(at -> at.text("body", "{}")).orElse("{}"));
  }

  private static Set<String> methods(YamlPlace place) {
    Set<String> methods = new LinkedHashSet<>();
    place
        .find("methods")
        .ifPresent(
            list ->
                Sections.several(list)
                    .forEach(item -> methods.add(item.text().toUpperCase(Locale.ROOT))));
    return methods.isEmpty() ? Set.of("POST") : Set.copyOf(methods);
  }
}
