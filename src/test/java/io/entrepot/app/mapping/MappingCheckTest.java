package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples' own test must be able to fail. */
class MappingCheckTest {
  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false,
       "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
      """;

  @Test
  void anExampleThatGivesSomethingElseFails() {
    assertThat(problems("a: $.x", "{ name: e, in: { x: one }, out: { a: two } }"))
        .containsExactly("gave {\"a\":\"one\"} instead of {\"a\":\"two\"}");
  }

  @Test
  void anExampleThatShouldBeRejectedAndIsNotFails() {
    assertThat(problems("a: $.x", "{ name: e, in: { x: one }, rejects: never }"))
        .containsExactly("should be rejected with 'never' but gave {\"a\":\"one\"}");
  }

  @Test
  void anExampleRejectedForAnotherReasonFails() {
    assertThat(
            problems(
                "a: { from: $.x, required: true }", "{ name: e, in: {}, rejects: 'a: is blue' }"))
        .containsExactly("was rejected with 'a: is missing'");
  }

  @Test
  void aSourceFieldThatNobodySpeaksOfIsReported() {
    assertThat(problems("a: $.x", "{ name: e, in: { x: one, y: two }, out: { a: one } }"))
        .containsExactly("the source field $.y is neither mapped nor ignored");
  }

  @Test
  void fieldsChoicesAndTableRowsWithoutAnExampleAreNamed() {
    CompiledMapping mapping =
        compile(
            """
            a: { from: $.x, as: code, table: t }
              b: { choose: [ { when: { from: $.x, is: "1" }, const: one }, { from: $.z } ] }
            """,
            "{ name: e, in: { x: '1' }, out: { a: I, b: one } }",
            "tables: { t: { '1': I, '2': II } }");

    assertThat(new MappingCheck(mapping).run(mapping.examples().get(0))).isEmpty();
    assertThat(new MappingCheck(mapping).notShown())
        .containsExactlyInAnyOrder("b choice 2", "table t row '2'");
  }

  private static List<String> problems(String field, String example) {
    CompiledMapping mapping = compile(field, example, "");
    return new MappingCheck(mapping).run(mapping.examples().get(0));
  }

  private static CompiledMapping compile(String fields, String example, String more) {
    String file =
        "mapping: acme/thing.inbound\nto: Thing\nfields:\n  %s\nexamples: [ %s ]\n%s\n"
            .formatted(fields, example, more);
    DefinitionFiles files = path -> SCHEMA.getBytes(StandardCharsets.UTF_8);
    return new MappingCompiler(files)
        .compile("acme/thing.inbound", file.getBytes(StandardCharsets.UTF_8));
  }
}
