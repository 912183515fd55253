package io.entrepot.app.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.mapping.format.CsvTarget.Formulas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTargetTest {

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "plain"        | plain
          "a;b"          | "a;b"
          "say \\"hi\\"" | "say ""hi""\"
          " padded "     | " padded "
          "=1+1"         | '=1+1
          "@cmd"         | '@cmd
          "-2+3"         | '-2+3
          "-2.5"         | -2.5
          "+821012345678" | +821012345678
          -5             | -5
          null           | ~~
          true           | true
          """)
  void cellsAreQuotedWhereNeededAndGuardedAgainstFormulas(String value, String cell)
      throws Exception {
    String written = text(Formulas.GUARD, false, "{\"rows\":[{\"a\":" + value + "}]}");

    assertThat(written).isEqualTo("\uFEFFColumn A;b\n" + cell + ";\n");
  }

  @Test
  void everyCellIsQuotedWhereThatIsAsked() throws Exception {
    assertThat(text(Formulas.GUARD, true, "{\"rows\":[{\"a\":\"x\",\"b\":\"y\\nz\"}]}"))
        .isEqualTo("\uFEFF\"Column A\";\"b\"\n\"x\";\"y\nz\"\n");
  }

  @Test
  void aFormulaIsRefusedOrKeptWhereThatIsAsked() throws Exception {
    String formula = "{\"rows\":[{\"a\":1},{\"b\":\"=1+1\"}]}";

    assertThatThrownBy(() -> text(Formulas.REFUSE, false, formula))
        .hasMessage("rows[1].b: '=1+1' would run as a formula");
    assertThat(text(Formulas.KEEP, false, formula)).contains("\n;=1+1\n");
  }

  @Test
  void whatIsNoCellIsRefused() {
    assertThatThrownBy(() -> text(Formulas.GUARD, false, "{\"rows\":[{\"a\":[1]}]}"))
        .hasMessage("rows[0].a: is a list or object, not one cell");
    assertThatThrownBy(() -> text(Formulas.GUARD, false, "{\"rows\":[{\"a\":\"\\u0000\"}]}"))
        .hasMessage("rows[0].a: has a NUL character");
  }

  private static String text(Formulas formulas, boolean quoteAll, String document)
      throws Exception {
    CsvTarget target =
        new CsvTarget(
            Encoding.UTF_8,
            true,
            ';',
            "rows",
            List.of("a", "b"),
            List.of("Column A", "b"),
            formulas,
            quoteAll,
            "\n");
    JsonNode json = new ObjectMapper().readTree(document);
    return new String(target.write(json), StandardCharsets.UTF_8);
  }
}
