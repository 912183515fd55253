package io.entrepot.connectors.http.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationTest {
  private static final String GOOD =
      """
      partner: acme
      title: Acme Parcels
      settings:
        base-url: { default: "https://api.acme.example/v2" }
        api-key: { secret: true }
        shop: { development: test-shop }
      auth: { kind: api-key, header: X-Api-Key, secret: api-key }
      limits: { calls: 10, per-seconds: 1, concurrent: 2 }
      retry: { attempts: 3, first-millis: 100 }
      success: { where: { $.result: [ ok, done ] } }
      errors:
        code: $.code
        codes: { E1: DECLINED }
      operations:
        create-parcel:
          call: POST /shops/${shop}/parcels
          headers: { X-Shop: "${shop}" }
          idempotency-header: Idempotency-Key
        list-parcels:
          call: GET /parcels
          query: { since: $.since }
          pages: { style: cursor, parameter: after, next: $.next, items: $.parcels }
      notices:
        tracking:
          trust: { kind: shared-secret, header: X-Secret, secret: api-key }
          key: [ $.id ]
      test: { operation: list-parcels }
      """;

  @Test
  void aGoodFileIsReadWhole() {
    Declaration acme = read(GOOD);

    assertThat(acme.title()).isEqualTo("Acme Parcels");
    assertThat(acme.operations().keySet()).containsExactly("create-parcel", "list-parcels");
    assertThat(acme.operations().get("list-parcels").reads()).isTrue();
    assertThat(acme.operations().get("create-parcel").reads()).isFalse();
    assertThat(acme.settings().get("api-key").secret()).isTrue();
    assertThat(acme.limits().rate().calls()).isEqualTo(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void aSpoiltFileIsRefusedWithLineAndReason(String name, String from, String to, String problem) {
    assertThat(GOOD).contains(from);
    String spoilt = GOOD.replace(from, to);

    List<DeclarationFinding> findings = findings(spoilt);

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.file()).isEqualTo("connectors/declared/acme.yaml");
              assertThat(finding.problem()).contains(problem);
              assertThat(finding.line()).isEqualTo(firstDifferentLine(spoilt));
            });
    assertThat(findings.toString()).doesNotContain("sk_live_0123456789");
  }

  static Stream<Arguments> spoilt() {
    return Stream.of(
        Arguments.of("no YAML", "title: Acme", "title: : Acme", "this is no YAML"),
        Arguments.of("another name", "partner: acme", "partner: other", "called as its file"),
        Arguments.of("unknown key", "title:", "titel:", "unknown key 'titel'"),
        Arguments.of("key twice", "title:", "partner:", "partner"),
        Arguments.of("an alias", "title: Acme Parcels", "title: *acme", "this is no YAML"),
        Arguments.of("http address", "https://api", "http://api", "no usable address"),
        Arguments.of("address with user", "https://api", "https://me:you@api", "no usable address"),
        Arguments.of("address with query", "example/v2", "example/v2?a=b", "no usable address"),
        Arguments.of("address that is none", "https://api.acme.example/v2", "ht tp:x", "no usable"),
        Arguments.of(
            "secret with a value",
            "api-key: { secret: true }",
            "api-key: { secret: true, default: sk_live_0123456789 }",
            "is a secret: no default"),
        Arguments.of(
            "secret by its name",
            "api-key: { secret: true }",
            "api-key: { development: abc }",
            "is a secret"),
        Arguments.of("setting's name", "shop: {", "Shop: {", "lower case with hyphens"),
        Arguments.of(
            "secret in auth",
            "secret: api-key }\nlimits",
            "secret: sk_live_0123456789 }\nlimits",
            "looks like a secret"),
        Arguments.of(
            "auth without its setting",
            "secret: api-key }\nlimits",
            "secret: other }\nlimits",
            "must name one of the file's settings"),
        Arguments.of(
            "auth without kind", "auth: { kind: api-key, ", "auth: { ", "'kind:' is missing"),
        Arguments.of("limit", "calls: 10", "calls: many", "no whole number from 1"),
        Arguments.of("limit of nothing", "calls: 10", "calls: 0", "no whole number from 1"),
        Arguments.of("retry", "attempts: 3", "attempts: 99", "no whole number from 1 to 10"),
        Arguments.of("path in success", "$.result:", "result:", "is no path"),
        Arguments.of("error class", "E1: DECLINED", "E1: NEVER", "'NEVER' is none of"),
        Arguments.of("codes without a place", "  code: $.code\n", "", "needs 'code:'"),
        Arguments.of("no method", "POST /shops", "/shops", "a method and a path"),
        Arguments.of(
            "whole address", "POST /shops", "POST https://acme.example/shops", "no path below"),
        Arguments.of("path upwards", "GET /parcels", "GET /../admin", "no path below"),
        Arguments.of("query in the path", "GET /parcels", "GET /parcels?a=b", "into 'query:'"),
        Arguments.of(
            "unknown setting",
            "POST /shops/${shop}",
            "POST /shops/${store}",
            "none of the file's settings"),
        Arguments.of("broken hole", "POST /shops/${shop}", "POST /shops/{shop}", "write {$.field}"),
        Arguments.of(
            "secret header",
            "X-Shop: \"${shop}\"",
            "X-Api-Key: abcdef",
            "has a secret in the file"),
        Arguments.of(
            "bearer in a header",
            "X-Shop: \"${shop}\"",
            "X-Shop: Bearer abcdefgh",
            "has a secret in the file"),
        Arguments.of(
            "header that is ours",
            "X-Shop:",
            "Content-Length:",
            "no header that a declaration may set"),
        Arguments.of("value that is no path", "since: $.since", "since: $.a..b", "is no path"),
        Arguments.of("paging style", "style: cursor", "style: guess", "'guess' is none of"),
        Arguments.of("paging without next", "next: $.next, ", "", "'next:' is missing"),
        Arguments.of(
            "paging with another's key",
            "items: $.parcels",
            "items: $.parcels, size: 5",
            "does not go with style cursor"),
        Arguments.of(
            "body of a GET", "query: { since: $.since }", "body: json", "a GET has no body"),
        Arguments.of(
            "notice without trust",
            "    trust: { kind: shared-secret, header: X-Secret, secret: api-key }\n",
            "",
            "'trust:' is missing"),
        Arguments.of(
            "test of nothing",
            "operation: list-parcels",
            "operation: ping",
            "there is no operation 'ping'"));
  }

  @Test
  void oneReadingFindsWhatIsWrongInEachSection() {
    String spoilt =
        GOOD.replace("calls: 10", "calls: x")
            .replace("POST /shops", "/shops")
            .replace("GET /parcels", "get /parcels")
            .replace("E1: DECLINED", "E1: NO");

    assertThat(findings(spoilt))
        .extracting(DeclarationFinding::line)
        .containsExactly(8, 16, 20, 13);
  }

  @Test
  void yamlsOwnTrapsAreShut() {
    Declaration acme =
        read(GOOD.replace("shop: { development: test-shop }", "shop: { development: NO }"));

    assertThat(acme.settings().get("shop").development()).isEqualTo("NO");
    assertThat(findings("a: &a [x]\nb: *a\n").get(0).problem()).contains("alias");
    assertThat(findings("[".repeat(200)).get(0).problem()).contains("this is no YAML");
    assertThat(findings(GOOD.replace("    key: [ $.id ]\n", "")).get(0).problem())
        .isEqualTo("'key:' is missing");
    assertThat(findings("").get(0).problem()).contains("empty");
    assertThat(findings("- a\n").get(0).problem()).contains("no YAML map");
  }

  private static Declaration read(String text) {
    return Declaration.read("connectors/declared/acme.yaml", text);
  }

  private static List<DeclarationFinding> findings(String text) {
    return catchThrowableOfType(DeclarationException.class, () -> read(text)).findings();
  }

  /** What is missing is reported where it should be: at the head of its section. */
  private static int firstDifferentLine(String spoilt) {
    List<String> good = GOOD.lines().toList();
    List<String> bad = spoilt.lines().toList();
    int differs =
        IntStream.range(0, bad.size())
            .filter(i -> !bad.get(i).equals(good.get(i)))
            .findFirst()
            .orElseThrow();
    return bad.size() < good.size() ? differs : differs + 1;
  }
}
