package io.entrepot.connectors.http.declared;

import static io.entrepot.connectors.http.declared.ScriptedPartner.JSON;
import static io.entrepot.connectors.http.declared.ScriptedPartner.partnerCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.connectors.http.declared.ScriptedPartner.Asked;
import io.entrepot.connectors.http.declared.ScriptedPartner.Said;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are read to their end in each of the styles that partners have, and no further. */
class DeclaredPagingTest {
  @TempDir private Path definitions;
  private ScriptedPartner partner;

  @BeforeEach
  void start() throws IOException {
    partner = new ScriptedPartner(definitions);
  }

  @AfterEach
  void stop() {
    partner.close();
  }

  @Test
  void pagesAreCounted() throws Exception {
    Connector acme =
        partner.connector(
            """
            operations:
              list:
                call: GET /l
                query: { limit: 2 }
                pages: { style: page, parameter: page, size: 2, items: $.items }
            """);
    partner.answers = pages("page=1", "[1, 2]", "page=2", "[3, 4]", "page=3", "[5]");

    assertThat(all(acme)).containsExactly(1, 2, 3, 4, 5);
    assertThat(partner.asked).hasSize(3);
  }

  @Test
  void offsetsGrowByThePagesSizeInAForm() throws Exception {
    Connector acme =
        partner.connector(
            """
            operations:
              list:
                call: POST /l
                body: form
                reads: true
                pages: { style: offset, parameter: offset, size: 2, items: $.data, in: form }
            """);
    partner.answers =
        request ->
            Said.of(
                200, request.body().contains("offset=0") ? "{\"data\": [1, 2]}" : "{\"data\": []}");

    assertThat(all(acme)).containsExactly(1, 2);
    assertThat(partner.asked).extracting(Asked::body).containsExactly("offset=0", "offset=2");
  }

  @Test
  void cursorsAreGivenBack() throws Exception {
    Connector acme =
        partner.connector(
            """
            operations:
              list:
                call: GET /l
                pages: { style: cursor, parameter: after, next: $.meta.next, items: $.items }
            """);
    partner.answers =
        request ->
            Said.of(
                200,
                request.path().contains("after=b%2B1")
                    ? "{\"items\": [2], \"meta\": {\"next\": null}}"
                    : "{\"items\": [1], \"meta\": {\"next\": \"b+1\"}}");

    assertThat(all(acme)).containsExactly(1, 2);
  }

  @Test
  void linksAreFollowedInBodyAndHeaderButNeverToAnotherHost() throws Exception {
    String file =
        """
        operations:
          list: { call: GET /l, pages: { style: link, next: $.next, items: $.items } }
          heads: { call: GET /h, pages: { style: header, items: $ } }
        """;
    Connector acme = partner.connector(file);
    partner.answers =
        request ->
            Said.of(
                200,
                request.path().equals("/l")
                    ? "{\"items\": [1], \"next\": \"/l?n=2\"}"
                    : "{\"items\": [2]}");
    assertThat(all(acme)).containsExactly(1, 2);

    partner.answers =
        request ->
            request.path().equals("/h")
                ? new Said(200, "[1]", Map.of("Link", "</a>; rel=\"prev\", </h?2>; rel=\"next\""))
                : Said.of(200, "[2]");
    assertThat(all(acme, "heads")).containsExactly(1, 2);

    partner.answers =
        request -> Said.of(200, "{\"items\": [1], \"next\": \"https://evil.example/l\"}");
    assertThatThrownBy(() -> all(acme)).hasMessageContaining("leads to another host");
  }

  @Test
  void aPageThatNamesItselfIsNotReadForEver() {
    Connector acme =
        partner.connector(
            """
            operations:
              list:
                call: GET /l
                pages: { style: cursor, parameter: c, next: $.next, items: $.items }
            """);
    partner.answers = request -> Said.of(200, "{\"items\": [], \"next\": \"same\"}");

    assertThatThrownBy(() -> all(acme)).hasMessageContaining("names itself as the next page");
  }

  private static Function<Asked, Said> pages(String... queryAndItems) {
    return request -> {
      for (int i = 0; i < queryAndItems.length; i += 2) {
        if (request.path().contains(queryAndItems[i])) {
          return Said.of(200, "{\"items\": " + queryAndItems[i + 1] + "}");
        }
      }
      return Said.of(404, "");
    };
  }

  private List<Integer> all(Connector acme) throws PartnerException {
    return all(acme, "list");
  }

  private static List<Integer> all(Connector acme, String name) throws PartnerException {
    PagedOperation operation = (PagedOperation) acme.operations().get(name);
    List<Integer> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int turns = 0; turns < 10; turns++) {
      PartnerPage page = operation.page(partnerCall(JSON.createObjectNode()), cursor);
      page.answer().body().forEach(item -> all.add(item.asInt()));
      cursor = page.next();
      if (cursor.isEmpty()) {
        return all;
      }
    }
    throw new AssertionError("more than ten pages");
  }
}
