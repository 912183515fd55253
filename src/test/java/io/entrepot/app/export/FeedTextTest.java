package io.entrepot.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void cellThatASpreadsheetWouldRunGetsAnApostrophe(String formula) {
    assertThat(text(FeedEncoding.UTF_8_BOM).free(formula)).isEqualTo("'" + formula);
    assertThat(text(FeedEncoding.UTF_8_BOM).key("reference", formula)).isEqualTo("'" + formula);
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(text(FeedEncoding.UTF_8_BOM).free("A-1=2")).isEqualTo("A-1=2");
  }

  @Test
  void keyThatTheEncodingCannotCarryIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> text(FeedEncoding.CP932).key("reference", "주문-1"))
        .hasMessage("reference '주문-1' cannot be written in CP932: declare UTF-8-BOM for this feed");
  }

  @Test
  void nameThatTheEncodingCannotCarryLosesOnlyThoseCharactersAndIsCounted() {
    FeedText text = text(FeedEncoding.CP949);

    assertThat(text.free("셔츠 👕 blue")).isEqualTo("셔츠 ? blue");
    assertThat(text.free("blue")).isEqualTo("blue");
    assertThat(text.replacedCells()).isEqualTo(1);
  }

  @Test
  void unknownEncodingIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> FeedEncoding.named("EUC-KR"))
        .hasMessageContaining("[UTF-8-BOM, CP932, CP949]");
  }

  private static FeedText text(FeedEncoding encoding) {
    return new FeedText(encoding);
  }
}
