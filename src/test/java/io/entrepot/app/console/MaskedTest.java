package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {
  @Test
  void nameKeepsItsFirstLetterInAnyScript() {
    assertThat(Masked.name("김하늘")).isEqualTo("김●●●");
    assertThat(Masked.name("𠮷野家")).isEqualTo("𠮷●●●");
    assertThat(Masked.name("  ")).isEqualTo("●●●");
  }

  @Test
  void mailAndPhoneGiveNobodyAway() {
    assertThat(Masked.mail("haneul@shop.test")).isEqualTo("h●●●@●●●");
    assertThat(Masked.phone("010-1234-4417")).isEqualTo("●●●4417");
    assertThat(Masked.phone("1234")).isEqualTo("●●●");
    assertThat(Masked.phone(null)).isEqualTo("—");
  }
}
