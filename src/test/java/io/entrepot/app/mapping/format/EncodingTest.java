package io.entrepot.app.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

  @ParameterizedTest
  @CsvSource({
    "CP949, 똠방각하, 8c63b9e6b0a2c7cf",
    "UHC, 한글, c7d1b1db",
    "EUC-KR, 한글, c7d1b1db",
    "CP932, 髙島屋①, fbfc938789ae8740",
    "windows-31j, ﾃﾞﾊﾟ, c3decadf",
    "Shift_JIS, 東京, 938c8b9e",
    "UTF-16, é, feff00e9",
    "UTF-16LE, é, e900",
    "UTF-8, €, e282ac"
  })
  void writesAndReadsBackTheVeryBytes(String name, String text, String hex) throws Exception {
    Encoding encoding = Encoding.named(name).orElseThrow();

    assertThat(HexFormat.of().formatHex(encoding.encode(text))).isEqualTo(hex);
    assertThat(encoding.decode(HexFormat.of().parseHex(hex))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "CP949, 'abc 😀', '''😀'' (U+1F600) in ''abc 😀'' cannot be written in CP949'",
    "EUC-KR, 똠, '''똠'' (U+B620) in ''똠'' cannot be written in EUC-KR'",
    "CP932, 한, '''한'' (U+D55C) in ''한'' cannot be written in CP932'",
    "US-ASCII, naïve, '''ï'' (U+00EF) in ''naïve'' cannot be written in US-ASCII'"
  })
  void aCharacterThatAnEncodingHasNotIsNamed(String name, String text, String reason) {
    assertThatThrownBy(() -> Encoding.named(name).orElseThrow().encode(text)).hasMessage(reason);
  }

  @Test
  void aByteOfAnotherEncodingIsNamedWithItsLine() {
    byte[] korean = "ok\n한글".getBytes(Charset.forName("x-windows-949"));

    assertThatThrownBy(() -> Encoding.UTF_8.decode(korean))
        .hasMessage("byte 0xC7 at 3 (line 2) is not UTF-8");
    assertThatThrownBy(
            () -> Encoding.named("CP949").orElseThrow().decode(new byte[] {'a', (byte) 0xC7}))
        .hasMessageContaining("0xC7 at 1");
  }

  @Test
  void theMarkIsTakenOffAndMustFit() throws Exception {
    byte[] marked = "\uFEFFabc".getBytes(StandardCharsets.UTF_8);

    assertThat(Encoding.UTF_8.decode(marked)).isEqualTo("abc");
    assertThat(Encoding.named("UTF-16").orElseThrow().decode("\uFEFFabc".getBytes("UTF-16LE")))
        .isEqualTo("abc");
    assertThatThrownBy(() -> Encoding.named("CP949").orElseThrow().decode(marked))
        .hasMessage("begins with the mark of UTF-8 though CP949 was declared");
    assertThatThrownBy(() -> Encoding.UTF_8.decode("a".getBytes("UTF-16")))
        .hasMessage("begins with the mark of UTF-16 though UTF-8 was declared");
  }

  @Test
  void anUnknownNameIsNone() {
    assertThat(Encoding.named("CP9")).isEmpty();
    assertThat(Encoding.named("no such!")).isEmpty();
  }
}
