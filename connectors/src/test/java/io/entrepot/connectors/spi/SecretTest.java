package io.entrepot.connectors.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
  private final PartnerSettings settings =
      PartnerSettings.of("wms", Map.of("api-key", "k-123", "blank", " ", "tries", "many"));

  @Test
  void secretIsNeverPrinted() {
    record Holder(Secret secret) {}

    assertThat(new Holder(settings.secret("api-key")).toString())
        .contains("***")
        .doesNotContain("k-123");
    assertThat(settings.toString()).doesNotContain("k-123");
  }

  @Test
  void byteOrderMarkOfAnEditorIsRefused() {
    assertThatThrownBy(() -> Secret.of("\uFEFFk-123"))
        .hasMessageContaining("byte order mark")
        .hasMessageNotContaining("k-123");
  }

  @Test
  void secretMatchesItselfOnly() {
    assertThat(Secret.of("abc").matches("abc")).isTrue();
    assertThat(Secret.of("abc").matches("abcd")).isFalse();
    assertThat(Secret.of("abc").matches("")).isFalse();
  }

  @Test
  void missingSettingIsNamedWithItsVariable() {
    assertThatThrownBy(() -> settings.require("base-url"))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("entrepot.partners.wms.base-url")
        .hasMessageContaining("ENTREPOT_PARTNERS_WMS_BASE_URL");
    assertThatThrownBy(() -> settings.secret("blank")).hasMessageContaining("is not set");
  }

  @Test
  void numberOutOfRangeIsRefusedWithItsRange() {
    assertThat(settings.number("pages", 1, 9, 5)).isEqualTo(5);
    assertThatThrownBy(() -> settings.number("tries", 1, 9, 5))
        .hasMessageContaining("entrepot.partners.wms.tries")
        .hasMessageContaining("from 1 to 9");
  }
}
