package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.Retry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file section by section, so that one reading finds what is wrong in each. */
final class DeclarationReader {
  static final Pattern PARTNER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern NAME = PARTNER;
  private static final Declaration.Limits NO_LIMITS = Sections.limits(java.util.Optional.empty());

  private final YamlPlace file;
  private final String partner;
  private final List<DeclarationFinding> findings = new ArrayList<>();

  private DeclarationReader(YamlPlace file, String partner) {
    this.file = file;
    this.partner = partner;
  }

  static Declaration read(String name, String text) {
    YamlPlace file = YamlPlace.read(name, text);
    String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\.yaml$", "");
    DeclarationReader reader = new DeclarationReader(file, last);
    Declaration declaration = reader.declaration();
    if (!reader.findings.isEmpty()) {
      throw new DeclarationException(reader.findings);
    }
    return declaration;
  }

  private Declaration declaration() {
    optional(this::top);
    Map<String, DeclaredSetting> settings = collect(Map.of(), () -> SettingsSection.read(file));
    Set<String> names = new TreeSet<>(settings.keySet());
    Declaration.Limits limits = collect(NO_LIMITS, () -> Sections.limits(file.find("limits")));
    SuccessRule success =
        collect(SuccessRule.ANY_2XX, () -> Sections.success(file, SuccessRule.ANY_2XX));
    OperationsSection operations = new OperationsSection(names, success, limits.timeoutSeconds());
    AuthSection auth = new AuthSection(names);
    NoticesSection notices = new NoticesSection(auth);
    Map<String, DeclaredOperation> found =
        each("operations", (at, name) -> operations.read(name, at));
    Map<String, DeclaredNotice> heard = each("notices", notices::read);
    SandboxSection sandbox = new SandboxSection(names, heard.keySet());
    return new Declaration(
        partner,
        collect(partner, () -> file.text("title", partner)),
        settings,
        optional(() -> file.find("auth").map(auth::read).orElse(null)),
        limits,
        collect(Retry.NONE, () -> Sections.retry(file.find("retry"))),
        collect(ErrorRules.BY_STATUS, () -> Sections.errors(file.find("errors"))),
        found,
        heard,
        optional(() -> test(found)),
        optional(() -> file.find("sandbox").map(sandbox::read).orElse(null)));
  }

  private @Nullable Void top() {
    file.only(
        "partner",
        "title",
        "about",
        "settings",
        "auth",
        "limits",
        "retry",
        "success",
        "errors",
        "operations",
        "notices",
        "test",
        "sandbox");
    String named = file.require("partner").text();
    if (!named.equals(partner) || !PARTNER.matcher(named).matches()) {
      throw file.require("partner")
          .error(
              "the partner is called as its file, in lower case with hyphens: '" + partner + "'");
    }
    if (file.find("operations").isEmpty() && file.find("notices").isEmpty()) {
      throw file.error("neither 'operations:' nor 'notices:': there is nothing to connect");
    }
    return null;
  }

  private <T> Map<String, T> each(String section, BiFunction<YamlPlace, String, T> reading) {
    Map<String, T> found = new LinkedHashMap<>();
    Map<String, YamlPlace> places =
        collect(Map.of(), () -> file.find(section).map(YamlPlace::entries).orElse(Map.of()));
    places.forEach(
        (name, place) ->
            optional(
                () -> {
                  if (!NAME.matcher(name).matches()) {
                    throw place.error("'" + name + "' is not lower case with hyphens");
                  }
                  return found.put(name, reading.apply(place, name));
                }));
    return found;
  }

  private @Nullable TestCall test(Map<String, DeclaredOperation> operations) {
    if (file.find("test").isEmpty()) {
      return null;
    }
    YamlPlace place = file.require("test").only("operation", "with", "passes");
    String operation = place.require("operation").text();
    if (!operations.containsKey(operation) && findings.isEmpty()) {
      throw place.require("operation").error("there is no operation '" + operation + "'");
    }
    Set<String> passes = new TreeSet<>();
    place
        .find("passes")
        .ifPresent(list -> Sections.several(list).forEach(code -> passes.add(code.text())));
    return new TestCall(operation, PlainJson.of(place.find("with")), passes);
  }

  private <T> T collect(T fallback, Supplier<T> part) {
    T found = optional(part);
    return found == null ? fallback : found;
  }

  private <T> @Nullable T optional(Supplier<T> part) {
    try {
      return part.get();
    } catch (DeclarationException e) {
      findings.addAll(e.findings());
      return null;
    }
  }
}
