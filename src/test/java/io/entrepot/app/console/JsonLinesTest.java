package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.console.JsonLines.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void linesReadBackAsTheSameJson() throws Exception {
    var tree =
        json.readTree(
            """
            {"a":[1,{"b":"x\\"y"},[],{}],"c":null,"d":{"e":true,"f":-1.5e3}}
            """);

    var text =
        JsonLines.of(tree).lines().stream()
            .map(JsonLinesTest::text)
            .collect(Collectors.joining("\n"));

    assertThat(json.readTree(text)).isEqualTo(tree);
  }

  @Test
  void maskedTextIsMarkedAsSuch() throws Exception {
    var lines = JsonLines.of(json.readTree("{\"name\":\"***\"}")).lines();

    assertThat(lines.get(1)).contains(new Piece("k", "\"name\""), new Piece("mask", "\"***\""));
  }

  @Test
  void hugeDocumentIsCutAndSaysSo() {
    var many = json.createArrayNode();
    for (int number = 0; number < 1_000; number++) {
      many.add(number);
    }

    var lines = JsonLines.of(many);

    assertThat(lines.lines()).hasSize(JsonLines.LINES_MAX);
    assertThat(lines.left()).isEqualTo(1_002 - JsonLines.LINES_MAX);
  }

  private static String text(List<Piece> line) {
    return line.stream().map(Piece::text).collect(Collectors.joining());
  }
}
