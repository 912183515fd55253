package io.entrepot.app.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedTest {
  private static final Charset KOREAN = Charset.forName("x-windows-949");
  private static final FixedFormat BYTES = format("CP949", true);
  private static final FixedFormat CHARACTERS = format("CP949", false);
  private static final String ORDER =
      "{'order':{'kind':'H','no':'A1','name':'김서연'},"
          + "'lines':[{'kind':'D','sku':'K-1','qty':'12'},{'kind':'D','sku':'K-2','qty':'0'}]}";

  @Test
  void widthsCountBytesOrCharacters() throws Exception {
    assertThat(text(BYTES, ORDER)).isEqualTo("HA1  김서연    \r\nDK-1  012\r\nDK-2  000\r\n");
    assertThat(text(CHARACTERS, ORDER)).isEqualTo("HA1  김서연       \r\nDK-1  012\r\nDK-2  000\r\n");
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    assertThat(BYTES.read(BYTES.write(json(ORDER)))).isEqualTo(json(ORDER));
    assertThat(CHARACTERS.read(CHARACTERS.write(json(ORDER)))).isEqualTo(json(ORDER));
  }

  @Test
  void aValueThatDoesNotFitIsRefusedAndNotCut() {
    assertThatThrownBy(() -> BYTES.write(json("{'order':{'no':'12345'}}")))
        .hasMessage("order.no: '12345' takes 5 bytes of CP949, the column has 4");
    assertThatThrownBy(() -> BYTES.write(json("{'order':{'name':'김수한무거북이'}}")))
        .hasMessage("order.name: '김수한무거북이' takes 14 bytes of CP949, the column has 10");
    assertThatThrownBy(() -> CHARACTERS.write(json("{'lines':[{},{'qty':1234}]}")))
        .hasMessage("lines[1].qty: '1234' takes 4 characters, the column has 3");
    assertThatThrownBy(() -> BYTES.write(json("{'order':{'name':'😀'}}")))
        .hasMessageContaining("order.name: '😀' (U+1F600)")
        .hasMessageContaining("cannot be written in CP949");
    assertThatThrownBy(() -> BYTES.write(json("{'order':{'name':'a\\nb'}}")))
        .hasMessageContaining("order.name: has a control character");
  }

  @Test
  void aLineThatIsNotAsDeclaredIsRefusedWithItsNumber() {
    assertRefused("HA1  김서연    \nX", "line 2 begins with no known record: 'X'");
    assertRefused("HA1", "line 1 has 3 bytes of CP949, the record 'order' has 15");
    assertRefused("HA1  1234567890\nHA2  1234567890", "line 2 is a second 'order'");
    assertRefused("HA1  123456789한", "has 16 bytes");
    assertRefused("H123김김김김김a", "line 1 column no: ");
  }

  @Test
  void anErrorInAColumnNamesItsLine() throws Exception {
    JsonNode line = BYTES.read("DK-1  012\nDK-1  0x2".getBytes(KOREAN)).path("lines").get(1);

    assertThat(((NumberedRow) line).number()).isEqualTo(2);
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> BYTES.read(text.getBytes(KOREAN))).hasMessageContaining(reason);
  }

  private static FixedFormat format(String encoding, boolean bytes) {
    FixedColumn kind = new FixedColumn("kind", 1, false, ' ');
    return new FixedFormat(
        Encoding.named(encoding).orElseThrow(),
        bytes,
        List.of(
            new FixedRecord(
                "order",
                "H",
                false,
                List.of(
                    kind,
                    new FixedColumn("no", 4, false, ' '),
                    new FixedColumn("name", 10, false, ' '))),
            new FixedRecord(
                "lines",
                "D",
                true,
                List.of(
                    kind,
                    new FixedColumn("sku", 5, false, ' '),
                    new FixedColumn("qty", 3, true, '0')))),
        "\r\n");
  }

  private static String text(FixedFormat format, String document) throws Exception {
    return new String(format.write(json(document)), KOREAN);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
