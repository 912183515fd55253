package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIntakeTest {
  private static final String KOREAN = "주문번호,이름\n1,김서연\n";

  @TempDir Path folder;

  @AfterEach
  void nothingLiesAboutHalfArrived() throws Exception {
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".arriving"));
    }
  }

  @Test
  void textIsKeptAsItIsWithItsHash() throws Exception {
    byte[] text = KOREAN.repeat(5_000).getBytes(StandardCharsets.UTF_8);

    FileIntake.Kept kept = keep(text, StandardCharsets.UTF_8);

    assertThat(Files.readAllBytes(kept.path())).isEqualTo(text);
    assertThat(kept.bytes()).isEqualTo(text.length);
    assertThat(kept.sha256()).hasSize(64);
  }

  @Test
  void aMappingMayDeclareItsEncoding() {
    assertThat(keep(KOREAN.getBytes(charset("MS949")), charset("MS949")).bytes()).isPositive();
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused(new byte[0], "import-file-empty", "not one byte");
  }

  @Test
  void aWorkbookIsRefusedByItsName() {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
    assertRefused(zip, "import-file-binary", "Excel workbook");
  }

  @Test
  void aBinaryFileIsRefused() {
    byte[] binary = "text at first".repeat(50).getBytes(StandardCharsets.UTF_8);
    binary[333] = 0;
    assertRefused(binary, "import-file-binary", "byte 333 is zero");
  }

  @Test
  void utf16IsNamedWithItsMarkAndWithout() {
    assertRefused("\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE), "encoding", "UTF-16");
    assertRefused("order,b\n1,2\n".getBytes(StandardCharsets.UTF_16BE), "encoding", "UTF-16");
  }

  @Test
  void koreanAndJapaneseWindowsEncodingsAreNamed() {
    assertRefused(KOREAN.getBytes(charset("MS949")), "encoding", "CP949 (Korean Windows)");
    byte[] japanese = "番号,なまえ\n1,さとうカナ\n".getBytes(charset("windows-31j"));
    assertRefused(japanese, "encoding", "CP932 (Japanese Windows)");
  }

  @Test
  void aFileCutWithinACharacterIsRefused() {
    byte[] whole = KOREAN.strip().getBytes(StandardCharsets.UTF_8);
    assertRefused(java.util.Arrays.copyOf(whole, whole.length - 1), "encoding", "not UTF-8");
  }

  private void assertRefused(byte[] content, String code, String why) {
    assertThatThrownBy(() -> keep(content, StandardCharsets.UTF_8))
        .isInstanceOfSatisfying(ImportRefused.class, e -> assertThat(e.code()).contains(code))
        .hasMessageContaining(why);
  }

  private FileIntake.Kept keep(byte[] content, Charset encoding) {
    return new FileIntake(folder)
        .keep(UUID.randomUUID(), new ByteArrayInputStream(content), encoding);
  }

  private static Charset charset(String name) {
    return Charset.forName(name);
  }
}
