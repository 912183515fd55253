package io.entrepot.connectors.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartnerJsonTest {

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("lists 10 000 deep", "[".repeat(10_000) + "]".repeat(10_000), "nesting depth"),
        Arguments.of("objects 10 000 deep", "{\"a\":".repeat(10_000), "nesting depth"),
        Arguments.of("a name twice", "{\"amount\": 1, \"amount\": 2}", "Duplicate field 'amount'"),
        Arguments.of("a second value", "{} {}", "Trailing token"),
        Arguments.of("a number of 200 digits", "1".repeat(200), "Number value length"),
        Arguments.of("a gigabyte of zeros", "{\"id\": 1e999999999}", "more than 1000 digits"),
        Arguments.of("zeros below the point", "[-1.5e-1001]", "more than 1000 digits"),
        Arguments.of("zeros and nothing", "0e1001", "more than 1000 digits"),
        Arguments.of("an exponent of its own size", "1e99999999999999", "more than 1000 digits"),
        Arguments.of("no number", "NaN", "NaN"),
        Arguments.of("a comment", "{} // end", "comment"),
        Arguments.of("a single quote", "{'a': 1}", "double-quote"),
        Arguments.of("a leading zero", "{\"a\": 012}", "Leading zeroes not allowed"),
        Arguments.of("a page", "<html></html>", "Unexpected character ('<'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefusedWithItsReason(String name, String text, String reason) {
    assertThatThrownBy(() -> PartnerJson.read(text))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void anAmountKeepsItsDigits() throws Exception {
    assertThat(PartnerJson.read("{\"a\":15000.00}").path("a").asText()).isEqualTo("15000.00");
  }

  @Test
  void anAmountKeepsEveryDigit() throws Exception {
    JsonNode amount = PartnerJson.read("{\"a\": 1234567890123.4567890}").path("a");

    assertThat(amount.decimalValue()).isEqualByComparingTo("1234567890123.456789");
    assertThat(PartnerJson.read("").isMissingNode()).isTrue();
  }

  @Test
  void aNumberWithAnExponentThatIsMeantIsRead() throws Exception {
    assertThat(PartnerJson.read("[1e3, 1.5e-3, -2E+900]").path(0).decimalValue())
        .isEqualByComparingTo("1000");
  }

  @Test
  void aValueWithinAnotherTextIsReadAsStrictlyAndLeavesTheRest() throws Exception {
    try (JsonParser parser = new JsonFactory().createParser("[{\"a\": 1.10}, 7]")) {
      parser.nextToken();
      parser.nextToken();

      assertThat(PartnerJson.read(parser).path("a").decimalValue()).isEqualByComparingTo("1.1");
      assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
    }
    for (String bad : new String[] {"{\"a\": 1, \"a\": 2}", "{\"a\": 1e999999999}"}) {
      try (JsonParser parser = new JsonFactory().createParser(bad)) {
        assertThatThrownBy(() -> PartnerJson.read(parser))
            .isInstanceOf(JsonProcessingException.class);
      }
    }
  }

  @Test
  void whatIsWrittenOutIsBounded() {
    assertThat(PlainNumber.text(DecimalNode.valueOf(new BigDecimal("1.5e3")))).contains("1500");
    assertThat(PlainNumber.text(DecimalNode.valueOf(new BigDecimal("1e999999999")))).isEmpty();
    assertThat(PlainNumber.text(TextNode.valueOf("1e999999999"))).contains("1e999999999");
  }
}
