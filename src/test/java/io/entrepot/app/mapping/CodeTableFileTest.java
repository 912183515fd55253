package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTableFileTest {
  private static final String BODY =
      """
      tables: { t: _tables/t.%s }
      fields: { id: { from: $.c, as: code, table: t } }
      """;

  @Test
  void aBigTableIsReadFastFromCsvAndFromYaml() {
    StringBuilder csv = new StringBuilder("\uFEFFcode,value\r\n");
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      csv.append("C%05d,\"Category %d, all\"\r\n".formatted(i, i));
      yaml.append("\"C%05d\": \"Category %d, all\"\n".formatted(i, i));
    }
    long started = System.nanoTime();

    assertThat(translated("csv", csv.toString(), "C19999")).isEqualTo("Category 19999, all");
    assertThat(translated("yaml", yaml.toString(), "C19999")).isEqualTo("Category 19999, all");

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          code,value;a,1;b,2;a,3   | _tables/t.csv, line 4: the code 'a' stands twice
          code,value;a,1,x         | _tables/t.csv, line 2: has 3 columns
          code,value;a,            | _tables/t.csv, line 2: has an empty cell
          code,value;a,=1+1        | _tables/t.csv, line 2: '=1+1' is a formula
          code,value;@x,1          | _tables/t.csv, line 2: '@x' is a formula
          code,value;a,"x"y        | _tables/t.csv: is no CSV
          code,value;a,"x          | _tables/t.csv: is no CSV
          code,value; a,1          | _tables/t.csv, line 2: ' a' has blanks around it
          code,value               | the table 't' has no row
          """)
  void aBadCsvIsRefusedWithItsLine(String content, String reason) {
    String file = content.replace("`", "").replace(";", "\n");

    assertThatThrownBy(() -> translated("csv", file, "a"))
        .isInstanceOf(MappingFileException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aBadYamlTableIsRefusedWithItsLine() {
    assertThatThrownBy(() -> translated("yaml", "a: x\nb: y\na: z\n", "a"))
        .hasMessageContaining("_tables/t.yaml, line 3: the key 'a' stands twice, first in line 1");
    assertThatThrownBy(() -> translated("yaml", "a: { b: c }\n", "a"))
        .hasMessageContaining("the row 'a' of table 't' has no value");
  }

  @Test
  void theVersionCoversTheTable() {
    TestMapping before = TestMapping.to("id").with("_tables/t.csv", "code,value\na,1\n");
    TestMapping after = TestMapping.to("id").with("_tables/t.csv", "code,value\na,2\n");

    assertThat(before.compile(BODY.formatted("csv")).version())
        .isEqualTo(before.compile(BODY.formatted("csv")).version())
        .isNotEqualTo(after.compile(BODY.formatted("csv")).version());
  }

  private static String translated(String kind, String table, String code) {
    return TestMapping.to("id")
        .with("_tables/t." + kind, table)
        .compile(BODY.formatted(kind))
        .apply(TestMapping.json("{'c': '" + code + "'}"))
        .document()
        .path("id")
        .asText();
  }
}
