package io.entrepot.connectors.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFaultTest {

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(
            "{\n \"carrier\": 1,\n \"carrier\": 2}", "line 3, column ", "'carrier' stands twice"),
        Arguments.of("[".repeat(10_000), "it nests", "it nests too deeply"),
        Arguments.of("{\"a\": " + "1".repeat(5_000) + "}", "a number", "too many digits"),
        Arguments.of("{\"a\": 1e999999999}", "line 1, column ", "more than 1000 digits"),
        Arguments.of("{} {}", "line 1, column 4: ", "something follows the value"),
        Arguments.of("{\"a\": \"x", "line 1, column ", "the text ends too early"),
        Arguments.of("{\"a\": s3cret}", "line 1, column ", "neither in quotes nor true"),
        Arguments.of("<html>", "line 1, column 1: ", "unexpected character '<'"),
        Arguments.of("{\"a\": 012}", "line 1, column ", "this is no JSON"),
        Arguments.of("{\"a\": \"\n\"}", "line ", "a control character"),
        Arguments.of("NaN", "line 1, column ", "NaN"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void placeAndReasonAreTold(String text, String place, String reason) {
    String fault =
        JsonFault.of(
            catchThrowableOfType(JsonProcessingException.class, () -> PartnerJson.read(text)));

    assertThat(fault)
        .startsWith(place)
        .contains(reason)
        .doesNotContain("s3cret", "Read", "Feature", "Constraints", "Exception");
  }

  @Test
  void aNameFromOutsideFitsALine() {
    assertThat(JsonFault.shown("a\nb" + "x".repeat(100))).startsWith("'a?bxx").hasSize(63);
  }

  @Test
  void aNoticeIsRefusedWithIt() {
    RawNotice notice =
        new RawNotice(
            "POST",
            "/webhooks/acme/parcel",
            Map.of(),
            Map.of(),
            "{\"carrier\":\"A\",\"carrier\":\"B\"}".getBytes(StandardCharsets.UTF_8),
            Instant.EPOCH);

    assertThat(catchThrowableOfType(NoticeRefused.class, notice::json))
        .hasMessageContaining("the body cannot be read: line 1, column ")
        .hasMessageContaining("'carrier' stands twice");
  }
}
