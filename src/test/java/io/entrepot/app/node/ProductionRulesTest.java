package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.embedded.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionRulesTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "ENTREPOT_PROFILE", "production",
          "ENTREPOT_DATABASE_URL", "jdbc:postgresql://db/hub",
          "ENTREPOT_SMTP_URL", "smtp://mail:25",
          "ENTREPOT_SFTP_URL", "sftp://hub:secret@files",
          "ENTREPOT_KEYS_FILE", "/etc/entrepot/keys.json",
          "ENTREPOT_OPS_KEY", "0123456789abcdef0123456789abcdef",
          "ENTREPOT_CLUSTER_NAME", "a-secret-name");

  private final Map<String, String> environment = new HashMap<>(COMPLETE);

  @Test
  void productionWithAllOutsidePartsMayStart() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTREPOT_DATABASE_URL",
        "ENTREPOT_SMTP_URL",
        "ENTREPOT_SFTP_URL",
        "ENTREPOT_KEYS_FILE",
        "ENTREPOT_OPS_KEY",
        "ENTREPOT_CLUSTER_NAME"
      })
  void productionRefusesWhatWouldBeEmbeddedOrMadeUp(String missing) {
    environment.remove(missing);

    assertThatThrownBy(this::check)
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(missing + " is missing: in production ");
  }

  @Test
  void allThatIsMissingIsToldAtOnce() {
    environment.remove("ENTREPOT_SMTP_URL");
    environment.remove("ENTREPOT_OPS_KEY");

    assertThatThrownBy(this::check)
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage().lines().map(line -> line.split(" ", 2)[0]))
                    .containsExactly("ENTREPOT_OPS_KEY", "ENTREPOT_SMTP_URL"));
  }

  @Test
  void productionRefusesTheSandbox() {
    environment.put("ENTREPOT_SANDBOX_URL", "http://127.0.0.1:8090");

    assertThatThrownBy(this::check).hasMessageStartingWith("ENTREPOT_SANDBOX_URL is set");
  }

  @Test
  void plainHttpEndsAtLoopbackInEveryProfile() {
    Map<String, String> development = Map.of("ENTREPOT_BIND", "0.0.0.0");

    assertThatThrownBy(() -> SettingRules.check(SettingsReader.read(development, Map.of())))
        .hasMessageContaining("ENTREPOT_TLS_KEYSTORE")
        .hasMessageContaining("ENTREPOT_BIND");
  }

  @Test
  void developmentNeedsNothing() {
    assertThatCode(() -> SettingRules.check(SettingsReader.read(Map.of(), Map.of())))
        .doesNotThrowAnyException();
  }

  private void check() {
    SettingRules.check(SettingsReader.read(environment, Map.of()));
  }
}
