package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.declared.SandboxRules.Auth;
import io.entrepot.connectors.http.declared.SandboxRules.Resource;
import io.entrepot.connectors.http.declared.SandboxRules.Webhook;
import io.entrepot.connectors.spi.sandbox.rest.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code sandbox:} — the partner as it is played on this machine. */
final class SandboxSection {
  private final Set<String> settings;
  private final Set<String> notices;

  SandboxSection(Set<String> settings, Set<String> notices) {
    this.settings = settings;
    this.notices = notices;
  }

  SandboxRules read(YamlPlace place) {
    place.only("auth", "idempotency-header", "webhook", "resources");
    YamlPlace auth = place.require("auth");
    auth.only("kind", "header", "setting", "user", "password", "path");
    return new SandboxRules(
        auth.require("kind").word(Auth.class),
        names(auth),
        place.text("idempotency-header"),
        place.find("webhook").map(this::webhook).orElse(null),
        place.require("resources").items().stream().map(SandboxSection::resource).toList());
  }

  private Map<String, String> names(YamlPlace auth) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String role : List.of("setting", "user", "password")) {
      auth.find(role).ifPresent(at -> names.put(role, setting(at)));
    }
    for (String literal : List.of("header", "path")) {
      auth.find(literal).ifPresent(at -> names.put(literal, at.text()));
    }
    List<String> needed =
        switch (auth.require("kind").word(Auth.class)) {
          case none -> List.of();
          case header -> List.of("header", "setting");
          case bearer -> List.of("setting");
          case basic -> List.of("user", "password");
          case oauth2 -> List.of("path");
        };
    needed.forEach(auth::require);
    return Map.copyOf(names);
  }

  private String setting(YamlPlace place) {
    if (!settings.contains(place.text())) {
      throw place.error("this must name one of the file's settings, which are " + settings);
    }
    return place.text();
  }

  private Webhook webhook(YamlPlace place) {
    place.only("notice", "signature", "timestamp", "base", "secret");
    String notice = place.require("notice").text();
    if (!notices.contains(notice)) {
      throw place.require("notice").error("'" + notice + "' is none of 'notices:' " + notices);
    }
    return new Webhook(
        notice,
        place.require("signature").text(),
        place.text("timestamp", ""),
        place.text("base", "{body}"),
        setting(place.require("secret")));
  }

  private static Resource resource(YamlPlace place) {
    place.only("at", "id", "required", "read-only", "paged", "stock", "tells");
    return new Resource(
        place.require("at").text(),
        place.text("id"),
        place.find("required").map(SandboxSection::texts).orElse(List.of()),
        place.flag("read-only"),
        place.find("paged").map(SandboxSection::paging).orElse(null),
        place.find("stock").map(SandboxSection::documents).orElse(List.of()),
        place.find("tells").map(PlainJson::of).orElse(null));
  }

  private static List<String> texts(YamlPlace place) {
    return Sections.several(place).stream().map(YamlPlace::text).toList();
  }

  private static List<com.fasterxml.jackson.databind.JsonNode> documents(YamlPlace place) {
    return place.items().stream().map(PlainJson::of).toList();
  }

  private static @Nullable Paging paging(YamlPlace place) {
    place.only("style", "position", "size", "items", "next");
    String position = place.require("position").text();
    String size = place.require("size").text();
    Paging paging =
        switch (place.require("style").text()) {
          case "page" -> Paging.pages(position, size);
          case "offset" -> Paging.offset(position, size);
          case "cursor" -> Paging.cursor(position, size);
          case "link" -> Paging.nextLink(position, size);
          default -> throw place.require("style").error("is page, offset, cursor or link");
        };
    Optional<String> items = place.find("items").map(YamlPlace::text);
    Optional<String> next = place.find("next").map(YamlPlace::text);
    Paging found = items.map(paging::itemsAt).orElse(paging);
    return next.map(found::nextAt).orElse(found);
  }
}
