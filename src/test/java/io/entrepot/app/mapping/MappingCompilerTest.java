package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MappingCompilerTest {
  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
        "id": {"type": "string"}, "note": {"type": "string", "maxLength": 5},
        "price": {"type": "string"}, "at": {"type": "string"}, "code": {"type": "string"},
        "lines": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "properties": {"qty": {"type": "integer"}, "currency": {"type": "string"}}}}}}
      """;

  private static final String HEAD = "mapping: acme/thing.inbound\nto: Thing\n";
  private static final String FOOT = "\nexamples: [ { name: one, in: {}, rejects: x } ]\n";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aFieldThatTheTargetHasNotIsNamedWithThoseItHas() {
    assertRefused("fields: { idd: $.id }", "no field 'idd'; known there: [id, note, price");
  }

  @Test
  void aFieldWithinAListIsCheckedToo() {
    assertRefused(
        "fields: { lines: { each: $.l, fields: { quantity: $.q } } }",
        "no field 'lines[].quantity'; known there: [qty, currency]");
  }

  @Test
  void anUnknownFunctionIsNamedWithThoseThereAre() {
    assertRefused("fields: { id: { from: $.id, as: shout } }", "no function 'shout'; there are");
  }

  @Test
  void anUnknownTableIsNamed() {
    assertRefused(
        "fields: { code: { from: $.c, as: code, table: t } }", "no table 't'; declared: []");
  }

  @Test
  void aMisspeltKeyIsRefusedAndNotPassedOver() {
    assertRefused("fields: { id: { from: $.id, requird: true } }", "unknown key 'requird'");
  }

  @Test
  void aBrokenPathIsRefused() {
    assertRefused("fields: { id: $.a..b }", "'from: $.a..b' is no path");
  }

  @Test
  void aRateThatIsNotDeclaredIsRefused() {
    assertRefused(
        "fields: { price: { from: $.p, as: money, currency: GBP, to: KRW } }", "no rate GBP/KRW");
  }

  @Test
  void theSameKeyTwiceIsRefused() {
    assertRefused("fields: { id: $.a, id: $.b }", "the key 'id' stands twice");
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertRefused(bomb.toString(), "Number of aliases");
  }

  @Test
  void theFileMustBearItsOwnName() {
    assertThatThrownBy(() -> compile("acme/other.inbound", HEAD + "fields: { id: $.id }" + FOOT))
        .hasMessageContaining("is not the file's own name");
  }

  @Test
  void aSchemaThatIsOpenIsRefused() {
    DefinitionFiles open =
        path -> "{\"properties\": {\"id\": {}}}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () ->
                new MappingCompiler(open)
                    .compile("acme/thing.inbound", bytes(HEAD + "fields: { id: $.id }" + FOOT)))
        .hasMessageContaining("additionalProperties");
  }

  @Test
  void noIsAWordAndLeadingZerosStay() throws Exception {
    Mapping mapping =
        compile(
            """
            fields: { id: { const: NO }, code: { from: $.c, as: code, table: t } }
            tables: { t: { 012: 034, ON: OFF } }
            """);

    assertThat(apply(mapping, "{'c': '012'}")).isEqualTo(json("{'id': 'NO', 'code': '034'}"));
    assertThat(apply(mapping, "{'c': 'ON'}")).isEqualTo(json("{'id': 'NO', 'code': 'OFF'}"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsPath() {
    Mapping mapping =
        compile(
            """
            fields:
              id: { from: $.id, required: true }
              lines: { each: $.lines, fields: { qty: { from: $.q, as: integer, min: 1 } } }
            """);

    assertThatThrownBy(() -> apply(mapping, "{'lines': [{'q': 1}, {'q': 'abc'}, {'q': 0}]}"))
        .isInstanceOfSatisfying(
            MappingException.class,
            e ->
                assertThat(e.errors())
                    .containsExactly(
                        new MappingError("id", "$.id", "", "is missing"),
                        new MappingError(
                            "lines[1].qty", "$.lines[1].q", "abc", "'abc' is not a whole number"),
                        new MappingError("lines[2].qty", "$.lines[2].q", "0", "0 is less than 1")));
  }

  @Test
  void theResultMustFitItsSchema() {
    Mapping mapping = compile("fields: { id: $.id, note: $.note }");

    assertThatThrownBy(() -> apply(mapping, "{'id': '1', 'note': 'too long'}"))
        .hasMessageContaining("note: ")
        .hasMessageContaining("5");
  }

  @Test
  void anItemMayReadWhatIsAroundItsList() throws Exception {
    Mapping mapping =
        compile("fields: { id: $.id, lines: { each: $.l, fields: { currency: ^.cur } } }");

    assertThat(apply(mapping, "{'id': '1', 'cur': 'KRW', 'l': [{}]}"))
        .isEqualTo(json("{'id': '1', 'lines': [{'currency': 'KRW'}]}"));
    assertThat(mapping.unmapped(json("{'id': '1', 'cur': 'KRW', 'l': [{'x': 1}], 'y': {'z': 2}}")))
        .containsExactly("$.l[].x", "$.y.z");
  }

  @Test
  void moneyIsNeverRoundedUnlessItIsConverted() throws Exception {
    Mapping exact = compile("fields: { id: $.i, price: { from: $.p, as: money, currency: USD } }");

    assertThat(apply(exact, "{'i': '1', 'p': '12.5'}").path("price").asText())
        .isEqualTo("12.50 USD");
    assertThatThrownBy(() -> apply(exact, "{'i': '1', 'p': '12.505'}"))
        .hasMessageContaining("12.505 is finer than USD can be");
  }

  @Test
  void theVersionFollowsTheContentOfTheFile() {
    String fields = "fields: { id: $.id }";

    assertThat(compile(fields).version()).hasSize(12).isEqualTo(compile(fields).version());
    assertThat(compile(fields + "\n# comment").version()).isNotEqualTo(compile(fields).version());
  }

  private static void assertRefused(String body, String why) {
    assertThatThrownBy(() -> compile(body))
        .isInstanceOf(MappingFileException.class)
        .hasMessageContaining("acme/thing.inbound.yaml")
        .hasMessageContaining(why);
  }

  private static CompiledMapping compile(String body) {
    return compile("acme/thing.inbound", HEAD + body + FOOT);
  }

  private static CompiledMapping compile(String name, String file) {
    DefinitionFiles files = path -> path.equals("_schemas/Thing.json") ? bytes(SCHEMA) : null;
    return new MappingCompiler(files).compile(name, bytes(file));
  }

  private static JsonNode apply(Mapping mapping, String source) throws Exception {
    return mapping.apply(json(source)).document();
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
