package io.entrepot.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lints all shipped routes, and proves on spoilt ones that it would see. */
class EveryRouteTest {
  private static final RouteFile SHARED =
      new RouteFile(
          "_shared/delivery.camel.yaml",
          """
          - routeConfiguration:
              id: delivery
              errorHandler:
                noErrorHandler: {}
          """);
  private static final String GOOD =
      """
      - route:
          id: wms/shipment.outbound
          routeConfigurationId: delivery
          from:
            uri: event:order.confirmed
            steps:
              - to:
                  id: map
                  uri: mapping:wms/shipment.outbound
              - to:
                  id: create
                  uri: partner:wms/create-shipment
      """;

  @Test
  void everyShippedRouteKeepsTheRules() {
    List<RouteFile> files = RouteFiles.read("");

    assertThat(files).extracting(RouteFile::path).contains("wms/shipment.outbound.camel.yaml");
    assertThat(RouteLint.check(files)).isEmpty();
  }

  @Test
  void aGoodRouteHasNoFinding() {
    assertThat(lint(GOOD)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void aSpoiltRouteIsFound(String kind, String from, String to, String problem) {
    assertThat(GOOD).contains(from);

    assertThat(lint(GOOD.replace(from, to))).anyMatch(finding -> finding.contains(problem));
  }

  static Stream<Arguments> spoilt() {
    String step = "            id: create\n";
    return Stream.of(
        Arguments.of("not its path", "id: wms/shipment", "id: wms/shipping", "path of the file"),
        Arguments.of("step without id", step, "", "every step is one entry with an id"),
        Arguments.of("same id twice", "id: create", "id: map", "stands in routes/"),
        Arguments.of(
            "short step",
                "- to:\n            id: map\n            uri: mapping:wms/shipment.outbound",
            "- to: mapping:wms/shipment.outbound", "every step is one entry"),
        Arguments.of("unknown component", "partner:wms", "http:wms", "'http:' is none"),
        Arguments.of("unknown source", "event:order", "timer:order", "'timer:' is none"),
        Arguments.of("address", "partner:wms/", "partner://wms.example/", "no address"),
        Arguments.of(
            "secret as parameter",
            step,
            step + "            parameters: {apiKey: abc}\n",
            "no secret"),
        Arguments.of(
            "secret in a URI", "create-shipment", "create-shipment?accessToken=1", "no secret"),
        Arguments.of(
            "secret as text",
            "- to:\n            id: map",
            "- setHeader:\n            id: head\n            constant: Bearer abcdefghij\n"
                + "        - to:\n            id: map",
            "no secret"),
        Arguments.of(
            "groovy",
            "- to:\n            id: map",
            "- setBody:\n            id: body\n            groovy: 1 + 1\n"
                + "        - to:\n            id: map",
            "no 'groovy'"),
        Arguments.of(
            "script",
            "- to:\n            id: map",
            "- script:\n            id: run\n        - to:\n            id: map",
            "no 'script'"),
        Arguments.of(
            "SQL",
            "- to:\n            id: map",
            "- setBody:\n            id: body\n            constant: select id from orders\n"
                + "        - to:\n            id: map",
            "no SQL"),
        Arguments.of(
            "Camel's header",
            "- to:\n            id: map",
            "- setHeader:\n            id: head\n            name: CamelHttpUri\n"
                + "        - to:\n            id: map",
            "Camel's own headers"),
        Arguments.of(
            "handled and gone",
            "    from:",
            "    onException: [{handled: {constant: \"true\"}}]\n    from:",
            "what is handled is gone"),
        Arguments.of(
            "continued and gone",
            "    from:",
            "    onException: [{continued: true}]\n    from:",
            "what is continued is gone"),
        Arguments.of(
            "unknown configuration", "routeConfigurationId: delivery",
            "routeConfigurationId: other", "'other' is none"),
        Arguments.of("no configuration", "    routeConfigurationId: delivery\n", "", "'' is none"),
        Arguments.of("two routes", "- route:", "- route: {}\n- route:", "one '- route:'"),
        Arguments.of("no YAML", "- route:", "- route: [", "no YAML list"));
  }

  @Test
  void aRouteInTheSharedFolderIsFound() {
    List<Finding> findings =
        RouteLint.check(List.of(SHARED, new RouteFile("_shared/x.camel.yaml", GOOD)));

    assertThat(findings).extracting(Finding::problem).anyMatch(text -> text.contains("_shared"));
  }

  @Test
  void aRouteNeedsThePartnersOfItsFolderAndOfItsCalls() {
    assertThat(new RouteFile("mail/x.outbound.camel.yaml", GOOD).partners())
        .containsExactly("mail", "wms");
  }

  private static List<String> lint(String text) {
    RouteFile file = new RouteFile("wms/shipment.outbound.camel.yaml", text);
    return RouteLint.check(List.of(SHARED, file)).stream().map(Finding::toString).toList();
  }
}
