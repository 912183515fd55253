package io.entrepot.connectors.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
  void anAmountKeepsEveryDigit() throws Exception {
    JsonNode amount = PartnerJson.read("{\"a\": 1234567890123.4567890}").path("a");

    assertThat(amount.decimalValue()).isEqualByComparingTo("1234567890123.456789");
    assertThat(PartnerJson.read("").isMissingNode()).isTrue();
  }
}
