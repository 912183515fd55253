package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that must never come into force, and what is said of them. */
class BadMappingFileTest {
  private static final String FILE = "acme/thing.inbound.yaml, ";

  static Stream<Arguments> files() {
    return Stream.of(
        bad("not YAML", "fields: { id: [ }", "line 3: is no YAML: "),
        bad("a tab for indentation", "fields:\n\tid: $.id", "line 4: is no YAML: "),
        bad(
            "a key twice",
            "fields:\n  id: $.a\n  id: $.b",
            "line 5: the key 'id' stands twice, first in line 4"),
        bad(
            "a key twice in a table",
            "tables: { t: { 'a': x, a: y } }\nfields: {}",
            "line 3: the key 'a' stands twice"),
        bad(
            "an anchor in itself",
            "fields: &a { id: { const: *a } }",
            "line 3: the anchor here contains itself"),
        bad(
            "a merge key",
            "x: &a { from: $.id }\nfields: { id: { <<: *a } }",
            "line 4: '<<' merges keys unseen"),
        bad(
            "a Java tag",
            "fields: !!javax.script.ScriptEngineManager [ ]",
            "line 3: is no YAML: Global tag is not allowed"),
        bad(
            "a binary tag",
            "fields: { id: { const: !!binary aGk= } }",
            "line 3: the tag tag:yaml.org,2002:binary is not allowed"),
        bad(
            "a number by tag",
            "fields: { id: { const: !!int abc } }",
            "line 3: 'abc' is no number"),
        bad(
            "a number too long",
            "fields: { id: { const: " + "9".repeat(60) + " } }",
            "line 3: the number 9999"),
        bad(
            "empty lists that anchors multiply",
            "a: &a [" + "[],".repeat(20_000) + "[]]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]",
            "has more than 300000 values"),
        bad("too deep", "fields: " + "[".repeat(60) + "]".repeat(60), "epth"),
        bad(
            "an unknown field",
            "fields:\n  id: $.id\n  idd: $.id",
            "line 5, fields: the target has no field 'idd'"),
        bad(
            "an unknown function",
            "fields:\n  id: { from: $.id, as: shout }",
            "line 4, field id: there is no function 'shout'"),
        bad(
            "an unknown table",
            "fields:\n  id:\n    from: $.id\n    as: code\n    table: t",
            "field id: there is no table 't'"),
        bad(
            "a missing table file",
            "tables:\n  t: acme/t.yaml\nfields: {}",
            "line 4, tables: there is no table file mappings/acme/t.yaml"),
        bad(
            "an unknown key",
            "fields:\n  id: { from: $.id,\n    requird: true }",
            "line 5, field id: unknown key 'requird'"),
        bad("a path", "fields:\n  id: $.a..b", "line 4, field id: 'from: $.a..b' is no path"),
        bad(
            "no expression",
            "fields:\n  id: { expr: '1 +' }",
            "line 4, field id: the expression '1 +' is no JSONata"),
        bad(
            "an expression that reaches out",
            "fields:\n  id: { expr: '$eval(x)' }",
            "line 4, field id: the expression '$eval(x)' uses what there is not: $eval"),
        bad(
            "from and expr",
            "fields:\n  id: { expr: 'x', from: $.x }",
            "line 4, field id: has 'from:' and 'expr:'"),
        bad(
            "no regular expression",
            "fields:\n  id: { from: $.x, matches: '[' }",
            "line 4, field id: 'matches:' is no regular expression"),
        bad(
            "an unknown format",
            "source: { format: pdf }\nfields: {}",
            "line 3, source: 'format: pdf' must be one of"),
        bad(
            "an unknown encoding",
            "source: { format: json, encoding: CP9 }\nfields: {}",
            "line 3, source: 'encoding: CP9' is unknown"),
        bad(
            "a column of no width",
            "source: { format: fixed, records: [ { name: r, columns: { a: 0 } } ] }\nfields: {}",
            "the width of 'a' must be from 1"),
        bad(
            "a record nobody reaches",
            "source: { format: fixed, records: [ { name: r, columns: { a: 1 } }, { name: s, starts:"
                + " X, columns: { a: 1 } } ] }\n"
                + "fields: {}",
            "no line reaches the record 's'"));
  }

  private static Arguments bad(String name, String body, String reason) {
    return Arguments.of(name, body, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefusedWithFileLineAndReason(String name, String body, String reason) {
    assertThatThrownBy(() -> TestMapping.to("id").compile(body))
        .isInstanceOf(MappingFileException.class)
        .hasMessageStartingWith(FILE.strip().replace(",", ""))
        .hasMessageContaining(reason);
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    assertRefused("just a text", "is not a YAML map");
    assertRefused("- a\n- b", "is not a YAML map");
    assertRefused("", "is not a YAML map");
    assertRefused("\u0001", "is no YAML");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() {
    byte[] korean = "mapping: 한글".getBytes(java.nio.charset.Charset.forName("x-windows-949"));

    assertThatThrownBy(() -> TestMapping.to("id").compileFile(korean))
        .hasMessageContaining("acme/thing.inbound.yaml: byte 0xC7 at 9 (line 1) is not UTF-8");
  }

  @Test
  void aBombOfAliasesIsRefusedBeforeItGoesOff() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertRefused(bomb.toString(), "Number of aliases");
  }

  @Test
  void aSchemaThatLeadsToItselfIsRefused() {
    TestMapping mapping =
        new TestMapping(
            """
            {"type": "object", "additionalProperties": false,
             "properties": {"id": {"$ref": "#/$defs/a"}},
             "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}
            """);

    assertThatThrownBy(() -> mapping.compile("fields: { id: $.id }"))
        .hasMessageContaining("_schemas/Thing.json")
        .hasMessageContaining("leads to itself");
  }

  @Test
  void aSchemaThatIsNoJsonOrNamesAFieldTwiceIsRefused() {
    assertThatThrownBy(() -> new TestMapping("{\n \"a\": 1,\n \"a\": 2}").compile("fields: {}"))
        .hasMessageContaining("_schemas/Thing.json, line 3: is not JSON: Duplicate field 'a'");
    assertThatThrownBy(() -> new TestMapping("nope").compile("fields: {}"))
        .hasMessageContaining("_schemas/Thing.json, line 1: is not JSON");
  }

  @Test
  void wordsAndLeadingZerosStayWhatTheyAre() {
    CompiledMapping mapping =
        TestMapping.to("id")
            .compile(
                "fields: { id: { from: $.c, as: code, table: t } }\n"
                    + "tables: { t: { NO: 012, on: 1_000, 0x1F: 2010-12-01, 1e3: .5 } }");

    assertThat(mapping.apply(TestMapping.json("{'c': 'NO'}")).document().path("id").asText())
        .isEqualTo("012");
    assertThat(mapping.apply(TestMapping.json("{'c': '0x1F'}")).document().path("id").asText())
        .isEqualTo("2010-12-01");
  }

  private static void assertRefused(String file, String reason) {
    assertThatThrownBy(
            () -> TestMapping.to("id").compileFile(file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MappingFileException.class)
        .hasMessageContaining("acme/thing.inbound.yaml")
        .hasMessageContaining(reason);
  }
}
