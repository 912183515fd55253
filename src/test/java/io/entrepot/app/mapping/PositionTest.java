package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.mapping.format.NumberedRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final CompiledMapping MAPPING =
      TestMapping.to("id,lines[qty:integer]")
          .compile(
              """
              csv: { group: no }
              fields:
                id: { from: $.row.no, as: integer }
                lines: { each: $.rows, fields: { qty: { from: $.qty, as: integer } } }
              examples: [ { name: one, csv: "no,qty\\n1,2\\n", out: {} } ]
              """);

  @Test
  void anErrorInARowOfAFileNamesRowAndColumn() {
    assertThatThrownBy(() -> apply(row(16, "1", "1"), row(17, "1", "abc")))
        .hasMessageContaining("lines[1].qty: 'abc' is not a whole number, row 17 column qty");
    assertThatThrownBy(() -> apply(row(16, "x", "1")))
        .hasMessageContaining("id: 'x' is not a whole number, row 16 column no");
  }

  @Test
  void theSourceIsJudgedByItsSchemaFirst() {
    CompiledMapping mapping =
        TestMapping.to("id")
            .with(
                "acme/order.json",
                "{'type':'object','required':['no'],'properties':{'no':{'type':'integer'}}}"
                    .replace('\'', '"'))
            .compile("from-schema: ./order\nfields: { id: $.no }");

    assertThatThrownBy(() -> mapping.apply(TestMapping.json("{'no': 'x'}")))
        .hasMessageContaining("the source's $.no: ");
    assertThatThrownBy(() -> mapping.apply(TestMapping.json("{}")))
        .hasMessageContaining("the source's $: required property 'no' not found");
  }

  @Test
  void aPathThatTheSourceCannotHaveIsRefused() {
    TestMapping mapping =
        TestMapping.to("id")
            .with("acme/order.json", "{\"type\":\"object\",\"properties\":{\"no\":{}}}");

    assertThatThrownBy(() -> mapping.compile("from-schema: ./order\nfields: { id: $.number }"))
        .hasMessageContaining("line 3: the source has no field '$.number'");
  }

  private static void apply(NumberedRow... rows) {
    MAPPING.apply(MAPPING.csv().orElseThrow().document(List.of(rows)));
  }

  private static NumberedRow row(long number, String no, String qty) {
    NumberedRow row = new NumberedRow(number);
    row.put("no", no).put("qty", qty);
    return row;
  }
}
