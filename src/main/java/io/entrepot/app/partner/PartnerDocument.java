package io.entrepot.app.partner;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.RateLimit;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The partners as a page for people, out of the connectors themselves. */
final class PartnerDocument {
  private PartnerDocument() {}

  static String markdown(Collection<Connector> partners) {
    StringBuilder page =
        new StringBuilder("# Partners\n\nMade from the connectors by the build; not kept.\n\n")
            .append("| id | name | we call | it tells (trust) | calls allowed | simulated |\n")
            .append("|---|---|---|---|---|---|\n");
    for (Connector partner : partners) {
      page.append(
          "| `%s` | %s | %s | %s | %s | %s |%n"
              .formatted(
                  partner.id(),
                  partner.title(),
                  code(new TreeSet<>(partner.operations().keySet())),
                  notices(partner),
                  limit(partner.limit()),
                  partner.sandbox().isPresent() ? "yes" : "no"));
    }
    return page.toString();
  }

  private static String notices(Connector partner) {
    return new TreeMap<>(partner.notices())
        .entrySet().stream()
            .map(notice -> "`" + notice.getKey() + "` (" + notice.getValue().trust() + ")")
            .collect(Collectors.joining(", "));
  }

  private static String code(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String limit(RateLimit limit) {
    return limit.unlimited() ? "any" : limit.calls() + " in " + limit.period().toSeconds() + " s";
  }
}
