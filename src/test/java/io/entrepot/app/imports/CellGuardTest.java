package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@sum", "\tx", "\rx", "'=1", "=a\nb"})
  void aFormulaIsDefusedAndComesBackAsItWas(String cell) {
    assertThat(CellGuard.guard(cell)).startsWith("'").isEqualTo("'" + cell);
    assertThat(CellGuard.unguard(CellGuard.guard(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "-10", "+3.5", "O'Neill", "''quoted''", "김서연", "a=b"})
  void everythingElseStaysAsItIs(String cell) {
    assertThat(CellGuard.guard(cell)).isEqualTo(cell);
    assertThat(CellGuard.unguard(cell)).isEqualTo(cell);
  }
}
