package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.embedded.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void dashIsWrittenAsAnUnderscore() {
    NodeSettings settings = read("ENTREPOT_ORDER_PAY_MINUTES", "5");

    assertThat(settings.number("order.pay-minutes", 1, 60)).isEqualTo(5);
    assertThatThrownBy(() -> read("ENTREPOT_ORDER_PAYMINUTES", "5"))
        .hasMessageEndingWith("write ENTREPOT_ORDER_PAY_MINUTES");
  }

  @ParameterizedTest
  @CsvSource({
    "ENTREPOT_ADMIN_PASSWORD, short, too short",
    "ENTREPOT_OPS_KEY, short, too short",
    "ENTREPOT_PUBLIC_URL, not a url, must be written as",
    "ENTREPOT_SANDBOX_URL, xx, must be written as",
    "ENTREPOT_CLUSTER_MEMBERS, a:b, host:port",
    "ENTREPOT_DEFINITIONS, /nonexistent/definitions, no such folder",
    "ENTREPOT_TLS_KEYSTORE, /nonexistent/keystore.p12, no file",
    "ENTREPOT_PORT, x, a whole number",
  })
  void wrongValueIsRefusedByTheNameOfItsVariable(String name, String value, String reason) {
    NodeSettings settings = read(name, value);

    assertThatThrownBy(() -> SettingRules.check(settings))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(name + " ")
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
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
    assertThatThrownBy(() -> MailRelay.of(read("ENTREPOT_SMTP_URL", "smtp:secret")))
        .hasMessageContaining("ENTREPOT_SMTP_URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void credentialsOfTheMailServerReachTheMailPartner() {
    MailRelay relay =
        MailRelay.of(read("ENTREPOT_SMTP_URL", "smtps://hub:s%40cret@relay.test:465"));

    assertThat(relay).hasToString("smtps://relay.test:465");
    assertThat(relay.partnerSettings())
        .containsEntry("entrepot.partners.mail.url", "smtps://relay.test:465")
        .containsEntry("entrepot.partners.mail.user", "hub")
        .containsEntry("entrepot.partners.mail.password", "s@cret");
  }

  private static NodeSettings read(String name, String value) {
    return SettingsReader.read(Map.of(name, value), Map.of());
  }
}
