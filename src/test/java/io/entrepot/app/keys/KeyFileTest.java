package io.entrepot.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.embedded.SecretFile;
import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  private final KeysConfiguration configuration = new KeysConfiguration();
  @TempDir private Path data;
  private Path file;

  @BeforeEach
  void place() {
    file = data.resolve("keys.json");
  }

  @Test
  void theEmbeddedDefaultMakesARingOnceAndOnlyItsOwnerReadsIt() throws IOException {
    byte[] sealed = ring("", "development").seal(new byte[] {1, 2, 3});

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ring("", "development").open(sealed)).containsExactly(1, 2, 3);
  }

  @Test
  void aRingThatOthersCanReadIsRefused() throws IOException {
    ring("", "development");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> ring("", "development"))
        .isInstanceOf(StartRefused.class)
        .hasMessage("the key ring " + file + " can be read by others: run chmod 600 " + file);
  }

  @Test
  void productionMakesNoRingByItself() {
    assertThatThrownBy(() -> ring("", "production"))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("ENTREPOT_KEYS_FILE is missing");
    assertThat(file).doesNotExist();
  }

  @Test
  void aNamedRingThatIsNotThereIsRefused() {
    Path elsewhere = data.resolve("gone.json");

    assertThatThrownBy(() -> ring(elsewhere.toString(), "development"))
        .isInstanceOf(StartRefused.class)
        .hasMessage("ENTREPOT_KEYS_FILE names " + elsewhere + ", which does not exist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | is not the JSON of a key ring",
        "null | needs the fields current and keys",
        "{\"keys\": {}} | needs the fields current and keys",
        "{\"current\": \"b\", \"keys\": {\"a\": \"" + KEY + "\"}} | names 'b' as current",
        "{\"current\": \"a\", \"keys\": {\"a\": \"AAAA\"}} | key 'a' is not of 32 bytes",
        "{\"current\": \"a\", \"keys\": {\"a\": \"?\"}} | key 'a' is not base64",
        "{\"current\": \"ä\", \"keys\": {\"ä\": \"" + KEY + "\"}} | has a key id",
      })
  void aBrokenRingIsRefusedWithTheReason(String content, String reason) throws IOException {
    SecretFile.write(file, content);

    assertThatThrownBy(() -> ring("", "development"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(KEY);
  }

  private KeyRing ring(String named, String profile) {
    return configuration.keyRing(
        configuration.watchedKeys(
            configuration.keyFile(named, data.toString(), profile, Clock.systemUTC())));
  }
}
