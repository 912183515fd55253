package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.embedded.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
  @Test
  void everySettingHasItsDefault() {
    NodeSettings settings = SettingsReader.read(Map.of(), Map.of());

    assertThat(settings.port("port")).isEqualTo(8080);
    assertThat(settings.port("sftp.port")).isEqualTo(2222);
    assertThat(settings.port("sandbox.port")).isEqualTo(8090);
    assertThat(settings.production()).isFalse();
    assertThat(settings.data().getFileName()).hasToString(".entrepot");
  }

  @Test
  void commandLineStandsOverTheEnvironment() {
    Map<String, String> environment = Map.of("ENTREPOT_PORT", "9000", "ENTREPOT_DATA", "/srv/hub");

    NodeSettings settings = SettingsReader.read(environment, Map.of("port", "9001"));

    assertThat(settings.port("port")).isEqualTo(9001);
    assertThat(settings.data()).hasToString("/srv/hub");
  }

  @Test
  void variableThatNamesNoSettingIsRefused() {
    assertThatThrownBy(() -> read("ENTREPOT_DATABSE_URL", "jdbc:postgresql://db/hub"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("ENTREPOT_DATABSE_URL");
  }

  @Test
  void partnersDeclareTheirOwnSettings() {
    NodeSettings settings = read("ENTREPOT_PARTNERS_WMS_BASEURL", "https://wms.test");

    assertThat(settings.port("port")).isEqualTo(8080);
  }

  @Test
  void numberOutOfItsRangeNamesItsVariable() {
    assertThatThrownBy(() -> read("ENTREPOT_SFTP_PORT", "70000").port("sftp.port"))
        .hasMessage("ENTREPOT_SFTP_PORT is 70000: it must lie between 0 and 65535");
    assertThatThrownBy(() -> read("ENTREPOT_SFTP_PORT", "ssh").port("sftp.port"))
        .hasMessageStartingWith("ENTREPOT_SFTP_PORT is 'ssh'");
  }

  @Test
  void unknownProfileIsRefused() {
    assertThatThrownBy(() -> read("ENTREPOT_PROFILE", "prod").production())
        .hasMessageContaining("ENTREPOT_PROFILE is 'prod'");
  }

  @Test
  void brokenAddressIsRefusedWithoutRepeatingItsPassword() {
    assertThatThrownBy(() -> read("ENTREPOT_SMTP_URL", "smtp:secret").uri("smtp.url", "smtp"))
        .hasMessageContaining("ENTREPOT_SMTP_URL")
        .hasMessageNotContaining("secret");
  }

  private static NodeSettings read(String name, String value) {
    return SettingsReader.read(Map.of(name, value), Map.of());
  }
}
