package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.declared.DeclaredOperation.BodyKind;
import io.entrepot.connectors.http.declared.Paging.Style;
import org.jspecify.annotations.Nullable;

/** {@code pages:} of an operation. */
final class PagesSection {
  private static final int PAGES_MAX = 1_000;

  private PagesSection() {}

  static Paging read(YamlPlace place, BodyKind body) {
    place.only("style", "items", "parameter", "first", "size", "next", "more", "in", "pages-max");
    Style style = place.require("style").word(Style.class);
    boolean counted = style == Style.page || style == Style.offset;
    return new Paging(
        style,
        FieldPath.of(place.require("items")),
        parameter(place, style),
        place.number("first", 0, 1, style == Style.page ? 1 : 0),
        size(place, style),
        next(place, style),
        more(place, counted),
        inForm(place, body),
        place.number("pages-max", 1, 1_000_000, PAGES_MAX));
  }

  private static @Nullable FieldPath more(YamlPlace place, boolean counted) {
    if (!counted) {
      refuse(place, "more");
    }
    return place.find("more").map(FieldPath::of).orElse(null);
  }

  private static @Nullable String parameter(YamlPlace place, Style style) {
    if (style == Style.link || style == Style.header) {
      refuse(place, "parameter");
      return null;
    }
    return place.require("parameter").text();
  }

  private static int size(YamlPlace place, Style style) {
    return switch (style) {
      // Without it the second offset is unknown.
      case offset -> place.require("size").number(1, 100_000);
      case page -> place.number("size", 1, 100_000, 0);
      case cursor, link, header -> {
        refuse(place, "size");
        yield 0;
      }
    };
  }

  private static @Nullable FieldPath next(YamlPlace place, Style style) {
    if (style == Style.cursor || style == Style.link) {
      return FieldPath.of(place.require("next"));
    }
    refuse(place, "next");
    return null;
  }

  private static boolean inForm(YamlPlace place, BodyKind body) {
    String in = place.text("in", "query");
    if (!in.equals("query") && !(in.equals("form") && body == BodyKind.form)) {
      throw place.require("in").error("'in:' is query, or form where the body is a form");
    }
    return in.equals("form");
  }

  private static void refuse(YamlPlace place, String key) {
    place
        .find(key)
        .ifPresent(
            at -> {
              throw at.error("'" + key + ":' does not go with style " + place.text("style", ""));
            });
  }
}
