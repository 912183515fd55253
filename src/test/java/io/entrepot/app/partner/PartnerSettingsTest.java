package io.entrepot.app.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PartnerSettingsTest {
  private final TestHub hub = TestHub.shared();

  @Test
  void aSecretOfTheSandboxIsReadFromItsFileOnceAndNotAtEachCall() throws Exception {
    PartnerSettings settings = hub.bean(PartnerSettingsSource.class).of("wms");
    String key = settings.require("api-key");
    Path file = hub.data().resolve("secrets/wms-api-key");
    Path aside = file.resolveSibling("aside");
    Files.move(file, aside);
    try {
      assertThat(settings.require("api-key")).isEqualTo(key);
      assertThat(hub.bean(PartnerSettingsSource.class).of("wms").require("api-key")).isEqualTo(key);
      assertThat(file).doesNotExist();
    } finally {
      Files.move(aside, file);
    }
  }
}
