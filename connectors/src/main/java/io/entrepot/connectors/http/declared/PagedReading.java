package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerPage;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operation whose answer comes in pages. */
record PagedReading(Exchanging exchanging, Paging paging) implements PagedOperation {
  private static final Pattern NEXT =
      Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel\\s*=\\s*\"?next\\b\"?", Pattern.CASE_INSENSITIVE);

  @Override
  public int pagesMax() {
    return paging.pagesMax();
  }

  @Override
  public PartnerPage page(PartnerCall call, Optional<String> cursor) throws PartnerException {
    Exchanging.Heard heard = ask(call, cursor);
    JsonNode items = paging.items().in(heard.body());
    if (!items.isArray()) {
      throw bad(heard, "has no list at " + paging.items().text());
    }
    Optional<String> next = next(heard, cursor, items.size());
    if (next.isPresent() && next.equals(cursor)) {
      throw bad(heard, "names itself as the next page");
    }
    PartnerAnswer answer =
        new PartnerAnswer(mapped(items), heard.answer().status(), heard.answer().latency());
    return new PartnerPage(answer, next);
  }

  private Exchanging.Heard ask(PartnerCall call, Optional<String> cursor) throws PartnerException {
    boolean link = paging.style() == Paging.Style.link || paging.style() == Paging.Style.header;
    if (link && cursor.isPresent()) {
      return exchanging.follow(call, URI.create(cursor.get()));
    }
    String counted = cursor.orElse(Integer.toString(paging.first()));
    boolean first = cursor.isEmpty() && !counted();
    return exchanging.ask(
        call, paging.parameter() == null || first ? Map.of() : Map.of(paging.parameter(), counted));
  }

  private boolean counted() {
    return paging.style() == Paging.Style.page || paging.style() == Paging.Style.offset;
  }

  private Optional<String> next(Exchanging.Heard heard, Optional<String> cursor, int items)
      throws PartnerException {
    return switch (paging.style()) {
      case page -> counted(heard, items, cursor, 1);
      case offset -> counted(heard, items, cursor, paging.size());
      case cursor -> word(heard);
      case link -> link(heard, word(heard));
      case header -> link(heard, header(heard));
    };
  }

  private Optional<String> word(Exchanging.Heard heard) {
    return paging.next() == null ? Optional.empty() : paging.next().textIn(heard.body());
  }

  /** Where the page does not say whether there is another, one that is not full is the last. */
  private Optional<String> counted(
      Exchanging.Heard heard, int items, Optional<String> cursor, int step) {
    boolean more =
        paging.more() == null
            ? items > 0 && items >= paging.size()
            : items > 0 && paging.more().in(heard.body()).asBoolean();
    long at = Long.parseLong(cursor.orElse(Integer.toString(paging.first())));
    return more ? Optional.of(Long.toString(at + step)) : Optional.empty();
  }

  private static Optional<String> header(Exchanging.Heard heard) {
    return heard.answer().headers().allValues("Link").stream()
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .findFirst();
  }

  private Optional<String> link(Exchanging.Heard heard, Optional<String> link)
      throws PartnerException {
    if (link.isEmpty()) {
      return link;
    }
    URI here = heard.answer().call().uri();
    return Optional.of(
        CallWriter.follow(exchanging.base(), here, link.get())
            .orElseThrow(() -> bad(heard, "leads to another host for its next page"))
            .toString());
  }

  private JsonNode mapped(JsonNode items) throws PartnerException {
    ArrayNode mapped = JsonNodeFactory.instance.arrayNode(items.size());
    for (JsonNode item : items) {
      mapped.add(exchanging.mapped(item));
    }
    return mapped;
  }

  private static PartnerException bad(Exchanging.Heard heard, String what) {
    return new PartnerException(
        ErrorClass.BAD_ANSWER, "BAD_PAGE", heard.answer() + ", the page " + what);
  }
}
