package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mapping that reads or writes bytes, with its examples written as their text. */
class FormatMappingTest {

  @Test
  void xmlComesInAndItsExamplesAreXml() {
    CompiledMapping mapping =
        TestMapping.to("id,lines[sku,qty:integer]")
            .compile(
                """
                source: { format: xml, root: order }
                fields:
                  id: $.@no
                  lines:
                    each: $.lines.line
                    fields: { sku: $.sku, qty: { from: $.qty, as: integer } }
                examples:
                  - name: one line
                    in: <order no="7"><lines><line><sku>A</sku><qty>2</qty></line></lines></order>
                    out: { id: "7", lines: [ { sku: A, qty: 2 } ] }
                  - name: a bomb
                    in: <!DOCTYPE order [<!ENTITY a 'ha'>]><order>&a;</order>
                    rejects: "the source line 1: has a DOCTYPE, which is never read; send it without"
                """);

    assertThat(mapping.tryExamples()).allMatch(ExampleResult::holds);
    assertThat(mapping.notShown()).isEmpty();
    assertThatThrownBy(() -> mapping.read("<order/>x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("acme/thing.inbound: the source is not well-formed XML");
  }

  @Test
  void fixedWidthInTellsTheRowOfAnError() {
    CompiledMapping mapping =
        TestMapping.to("lines[qty:integer]")
            .compile(
                """
                source:
                  format: fixed
                  encoding: CP949
                  count: bytes
                  records:
                    - { name: lines, many: true, columns: { name: 6, qty: { width: 3, align: right, pad: "0" } } }
                fields: { lines: { each: $.lines, fields: { qty: { from: $.qty, as: integer } } } }
                ignored: [ "$.lines[*].name" ]
                """);
    byte[] file = "한글  012\n서울  1x2\n".getBytes(Charset.forName("x-windows-949"));

    assertThatThrownBy(() -> mapping.apply(mapping.read(file)))
        .hasMessageContaining("lines[1].qty: '1x2' is not a whole number, row 2 column qty");
  }

  @Test
  void csvGoesOutGuardedAndItsExamplesAreItsText() {
    CompiledMapping mapping =
        TestMapping.to("rows[sku,name]")
            .compile(
                """
                target: { format: csv, encoding: CP949, columns: [sku, name], header: [SKU, 상품명] }
                fields: { rows: { each: $.items, fields: { sku: $.sku, name: $.name } } }
                examples:
                  - name: two
                    in: { items: [ { sku: A, name: "=cmd" }, { sku: B, name: "양말, 흰색" } ] }
                    out: |
                      SKU,상품명
                      A,'=cmd
                      B,"양말, 흰색"
                """);

    assertThat(mapping.tryExamples()).allMatch(ExampleResult::holds);
    assertThat(mapping.mediaType()).contains("text/csv; charset=x-windows-949");
    assertThatThrownBy(() -> mapping.write(TestMapping.json("{'rows':[{'sku':'A','name':'😀'}]}")))
        .hasMessageContaining("'😀' (U+1F600)")
        .hasMessageContaining("cannot be written in CP949");
  }

  @Test
  void jsonThatIsDeepOrNamesAFieldTwiceIsRefused() {
    CompiledMapping mapping =
        TestMapping.to("id").compile("source: { format: json }\nfields: { id: $.id }");
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertThatThrownBy(() -> read(mapping, deep)).hasMessageContaining("nesting depth");
    assertThatThrownBy(() -> read(mapping, "{\n\"id\": 1,\n\"id\": 2}"))
        .hasMessageContaining("line 3: Duplicate field 'id'");
    assertThatThrownBy(() -> read(mapping, "{} {}")).hasMessageContaining("is no JSON");
    assertThatThrownBy(() -> read(mapping, "1" + "0".repeat(200)))
        .hasMessageContaining("is no JSON");
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsRefusedWhereItComesInAndWhereItGoesOut() {
    String fields = "fields: { rows: { each: $.l, fields: { a: $.a } } }";
    CompiledMapping in = TestMapping.to("rows[a]").compile("source: { format: json }\n" + fields);
    ObjectNode huge = JsonNodeFactory.instance.objectNode();
    huge.putArray("rows").addObject().put("a", new BigDecimal("1e999999999"));

    assertThatThrownBy(() -> read(in, "{\"l\":\n[{\"a\":1e999999999}]}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("line 2: Number has more than 1000 digits when it is written out");
    for (String target :
        List.of(
            "{ format: csv, columns: [a] }",
            "{ format: fixed, records: [ { name: rows, many: true, columns: { a: 9 } } ] }",
            "{ format: xml, root: r }")) {
      CompiledMapping out = TestMapping.to("rows[a]").compile("target: " + target + "\n" + fields);
      assertThatThrownBy(() -> out.write(huge))
          .isInstanceOf(MappingException.class)
          .hasMessageContaining("a")
          .hasMessageContaining("is a number of more than 1000 digits when it is written out");
    }
  }

  private static void read(CompiledMapping mapping, String text) {
    mapping.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
