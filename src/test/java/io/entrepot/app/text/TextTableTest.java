package io.entrepot.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCellAndHangulCountsTwo() {
    String table = new TextTable("name", "qty").row("서울", 1).row("a", 22).render();

    assertThat(table.lines()).containsExactly("name  qty", "서울  1", "a     22");
  }

  @Test
  void rowOfAnotherLengthThanTheHeadingIsRefused() {
    assertThatThrownBy(() -> new TextTable("a", "b").row(1))
        .hasMessageContaining("a row of 1 cells under 2 headings");
  }
}
