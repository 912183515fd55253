package io.entrepot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hub partner credential} and {@code ./hub keys} at a running hub. */
class CredentialCommandTest {
  private final TestHub hub = TestHub.shared();
  private final PartnerSettings settings = hub.bean(PartnerSettingsSource.class).of("sweettracker");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @Test
  void aSecretComesFromAFileOrFromStandardInputAndIsNeverPrinted() throws Exception {
    Path file = Files.writeString(folder.resolve("key.txt"), "cli-secret-1\n");
    assertThat(hub("partner", "credential", "set", "sweettracker", "cli-key", "--file", "" + file))
        .isEqualTo(ExitCodes.OK);
    assertThat(settings.secret("cli-key")).isEqualTo(Secret.of("cli-secret-1"));

    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("cli-secret-2".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(
              hub(
                  "partner",
                  "credential",
                  "set",
                  "sweettracker",
                  "cli-key",
                  "--overlap-hours",
                  "2"))
          .isEqualTo(ExitCodes.OK);
    } finally {
      System.setIn(before);
    }
    assertThat(settings.accepted("cli-key"))
        .containsExactly(Secret.of("cli-secret-2"), Secret.of("cli-secret-1"));

    assertThat(hub("partner", "credential", "list", "sweettracker")).isEqualTo(ExitCodes.OK);
    assertThat(hub("partner", "credential", "delete", "sweettracker", "cli-key"))
        .isEqualTo(ExitCodes.OK);

    assertThat(settings.find("cli-key")).isEmpty();
    assertThat(out.toString())
        .contains("sweettracker/cli-key: version 2 is in force", "accepted until", "deleted");
    assertThat(out.toString() + err).doesNotContain("cli-secret");
  }

  @Test
  void keysAreListedRotatedAndSealedAnew() {
    assertThat(hub("keys", "rotate")).isEqualTo(ExitCodes.OK);
    assertThat(hub("keys", "reencrypt")).isEqualTo(ExitCodes.OK);
    assertThat(hub("keys", "list")).isEqualTo(ExitCodes.OK);

    assertThat(out.toString()).contains("sealed anew, 0 failed").contains("true");
  }

  @Test
  void aPartnerThatNeedsNoConsentSaysSo() {
    assertThat(hub("partner", "authorise", "sweettracker")).isEqualTo(ExitCodes.REFUSED);
    assertThat(hub("partner", "authorise", "sweettracker", "--status")).isEqualTo(ExitCodes.OK);

    assertThat(err.toString()).contains("Nobody has to authorise 'sweettracker'");
  }

  private int hub(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--data");
    all.add(hub.data().toString());
    return HubCommand.commands()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
