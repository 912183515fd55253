package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each function of {@code as:}, by the value it makes of one or the reason it refuses it. */
class FunctionsTest {

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          as: integer                                  | '007'             | 7
          as: integer                                  | 12                | 12
          as: integer                                  | '12.0'            | 12
          as: integer                                  | '1.5'             | v: '1.5' is not a whole number
          as: integer                                  | 'abc'             | v: 'abc' is not a whole number
          as: integer                                  | '1e3'             | v: '1e3' is not a whole number
          as: integer                                  | '9223372036854775807' | 9223372036854775807
          as: integer                                  | '9223372036854775808' | v: '9223372036854775808' does not fit: at most 9223372036854775807
          as: integer                                  | 123456789012345678901234 | v: '123456789012345678901234' does not fit: at most 20 digits before the point and 10 after it
          as: integer, max: 5                          | 6                 | v: 6 is more than 5
          as: decimal                                  | '1.23456789012'   | v: '1.23456789012' does not fit: at most 20 digits before the point and 10 after it
          as: decimal, decimals: 2                     | '1.5'             | 1.50
          as: decimal, decimals: 2                     | '1.555'           | v: 1.555 has more than 2 decimals; say how to 'round:'
          as: decimal, decimals: 2, round: half-up     | '1.555'           | 1.56
          as: decimal, decimals: 0, round: down        | '-1.5'            | -2
          as: decimal                                  | '१२'              | v: '१२' is not a number
          as: decimal                                  | '.5'              | v: '.5' is not a number
          as: decimal                                  | '5.'              | v: '5.' is not a number
          as: upper                                    | 'ab'              | AB
          as: [text, upper]                            | ' ab '            | AB
          as: text                                     | [1]               | v: is a list, not one value
          as: pad, width: 5, with: '0'                 | 42                | 00042
          as: pad, width: 5, side: right, with: '.'    | '한글'              | 한글...
          as: pad, width: 2                            | '한글날'            | v: '한글날' is longer than 2 characters
          as: substring, at: 1, length: 2              | '한글날이다'          | 글날
          as: substring, after: '-', before: '/'       | 'A-12/3'          | 12
          as: substring, after: '-'                    | 'A12'             | v: 'A12' has no '-'
          as: substring, at: 9                         | 'A12'             | v: 'A12' has no character 9
          as: replace, pattern: '[^0-9]', with: ''     | '04-12 34'        | 041234
          as: replace, pattern: '(.)-(.)', with: '$2$1' | 'a-b'            | ba
          as: replace, pattern: 'a', with: '$9'        | 'a'               | v: No group 9
          as: split, by: ','                           | 'a, b,c'          | ["a","b","c"]
          as: [split, count], by: ','                  | 'a, b,c'          | 3
          as: fits, encoding: CP949, bytes: 4          | '한글'              | 한글
          as: fits, encoding: CP949, bytes: 3          | '한글'              | v: '한글' takes 4 bytes of CP949, at most 3 are possible
          as: fits, encoding: EUC-KR                   | '똠'               | v: '똠' (U+B620) in '똠' cannot be written in EUC-KR
          as: fits, encoding: CP949                    | '똠'               | 똠
          as: fits, encoding: windows-31j              | '髙'               | 髙
          as: fits, encoding: Shift_JIS                | '髙'               | v: '髙' (U+9AD9) in '髙' cannot be written in Shift_JIS
          as: normalise                                | '한글'             | 한글
          as: normalise, width: half                   | 'ＡＢＣ　１２３ｶﾞ'     | ABC 123ガ
          as: normalise, width: full                   | 'A 1ｶﾞ'            | Ａ　１ガ
          as: phone                                    | '010-1234-5678'   | +821012345678
          as: phone                                    | '+82 (0)10 1234 5678' | +821012345678
          as: phone                                    | '1588-1234'       | +8215881234
          as: phone, country: JP                       | '０３−1234−5678'   | v: '０３−1234−5678' is no phone number
          as: phone, country: JP                       | '０９０-1234-5678'  | +819012345678
          as: phone                                    | '12'              | v: '12' is no phone number
          as: weight, in: lb, to: g                    | 2                 | 907.18474
          as: weight, in: g, to: kg                    | 1500              | 1.5
          as: weight, in: g, to: lb                    | 100               | v: has no end when it is converted; say how many 'decimals:'
          as: weight, in: g, to: lb, decimals: 3       | 100               | 0.220
          as: weight, in: oz, to: mg                   | 1                 | 28349.523125
          as: length, in: in, to: cm                   | '2.5'             | 6.35
          as: length, in: m, to: mm                    | 2                 | 2000
          as: date, pattern: yyyyMMdd                  | '20261121'        | 2026-11-21
          as: date, pattern: yyyyMMdd                  | '20260231'        | v: '20260231' is no day as yyyyMMdd
          as: date, to: dd/MM/yyyy                     | '2026-11-21'      | 21/11/2026
          as: instant, pattern: yyyy-MM-dd HH:mm       | '2026-11-21 09:00' | 2026-11-21T00:00:00Z
          as: instant, pattern: yyyy-MM-dd HH:mm, zone: America/New_York | '2026-03-08 02:30' | v: '2026-03-08T02:30' does not exist in America/New_York, where clocks were set
          as: instant, pattern: yyyy-MM-dd HH:mm, zone: America/New_York | '2026-11-01 01:30' | v: '2026-11-01T01:30' is two moments in America/New_York, where clocks were set
          as: money, currency: KRW                     | '12.5'            | v: 12.5 is finer than KRW can be
          as: money, currency: USD                     | 12.5              | 12.50 USD
          matches: '(a*)*b\\1'                         | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' | v: takes a regular expression too long to match; write it simpler
          """)
  void givesOrRefuses(String options, String value, String expected) {
    assertThat(TestMapping.value("{ from: $.x, " + options + " }", "{'x': " + value + "}"))
        .isEqualTo(expected);
  }

  @Test
  void aPatternThatGoesTooDeepOnALongTextRejectsTheValue() {
    String deep = "v: is too long for a regular expression with a group that repeats";
    String text = "{'x': '" + "ab".repeat(20_000) + "'}";

    assertThat(TestMapping.value("{ from: $.x, matches: '(a|b)*' }", text)).startsWith(deep);
    assertThat(TestMapping.value("{ from: $.x, as: replace, pattern: '(a|b)*c', with: '' }", text))
        .startsWith(deep);
    assertThat(TestMapping.value("{ from: $.x, matches: 'x.*' }", ofXs(100_001)))
        .startsWith("v: is longer than 100000 characters");
    assertThat(TestMapping.value("{ from: $.x, matches: 'x.*' }", ofXs(100_000))).hasSize(100_000);
  }

  private static String ofXs(int length) {
    return "{'x': '" + "x".repeat(length) + "'}";
  }

  @Test
  void anExpressionGivesAValueThatIsTranslatedLikeAnyOther() {
    String rule = "{ expr: '$sum(lines.(qty * price))', as: money, currency: KRW }";

    assertThat(TestMapping.value(rule, "{'lines': [{'qty': 2, 'price': 4500}]}"))
        .isEqualTo("9000 KRW");
    assertThat(TestMapping.value(rule, "{'lines': [{'qty': 'x', 'price': 4500}]}"))
        .startsWith("v: the expression '$sum(lines.(qty * price))' fails: ");
    assertThat(TestMapping.value("{ expr: none, required: true }", "{}"))
        .isEqualTo("v: is missing");
    assertThat(TestMapping.value("{ expr: none, default: 3 }", "{}")).isEqualTo("3");
  }

  @Test
  void whatAnExpressionNamesCountsAsMapped() {
    CompiledMapping mapping =
        TestMapping.to("v").compile("fields: { v: { expr: '$sum(lines.(qty * price))' } }");

    assertThat(
            mapping.unmapped(
                TestMapping.json("{'lines': [{'qty': 2, 'price': 1, 'sku': 'x'}], 'no': 1}")))
        .containsExactly("$.lines[].sku", "$.no");
  }

  @Test
  void anExpressionInAListSeesTheItemAndTheWholeSource() {
    CompiledMapping mapping =
        TestMapping.to("rows[v]")
            .compile(
                "fields: { rows: { each: $.a.b, fields: { v: { expr: 'q & $source.no' } } } }");

    assertThat(
            mapping
                .apply(TestMapping.json("{'no': 7, 'a': {'b': [{'q': 1}, {'q': 2}]}}"))
                .document())
        .isEqualTo(TestMapping.json("{'rows': [{'v': '17'}, {'v': '27'}]}"));
    assertThat(mapping.unmapped(TestMapping.json("{'no': 7, 'a': {'b': [{'q': 1, 'z': 2}]}}")))
        .containsExactly("$.a.b[].z");
  }

  @Test
  void anUnknownUnitIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> TestMapping.value("{ from: $.x, as: weight, in: stone, to: g }", "{}"))
        .hasMessageContaining("'in:' must be one of [g, kg, lb, mg, oz, t]");
  }
}
