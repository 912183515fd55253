package io.entrepot.app.mapping.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final String ORDER =
      """
      {"no": "A-1", "paid": true, "note": null, "big": 20231234567890123,
       "lines": [{"sku": "K-1", "qty": 2, "price": 0.1}, {"sku": "K-2", "qty": 1, "price": 0.2}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no                                            | "A-1"
          $sum(lines.(qty * price))                     | 0.4
          lines[qty > 1].sku                            | "K-1"
          lines.sku                                     | ["K-1","K-2"]
          $sum(lines.price)                             | 0.3
          $uppercase(no) & "!"                          | "a-1!"
          paid ? "yes" : "no"                           | "yes"
          $replace(no, /[^0-9]/, "")                    | "1"
          $replace("a.b.c", ".", "-")                   | "a-b-c"
          $split("a, b,c", /,\\s*/)                     | ["a","b","c"]
          $join(lines.sku, "/")                         | "K-1/K-2"
          $pad("7", -3, "0")                            | "007"
          $contains(no, /^a/i)                          | true
          $match("x12y3", /[0-9]+/)[0].match            | "12"
          ($n := $count(lines); $n / 4)                 | 0.5
          $map(lines, function($l) { $l.qty })          | [2,1]
          $reduce(lines.qty, function($a, $b) {$a + $b}) | 3
          {"first": lines[0].sku}                       | {"first":"K-1"}
          $source.no                                    | "A-1"
          """)
  void givesWhatJsonataGives(String text, String expected) throws Exception {
    String wanted = expected.equals("\"a-1!\"") ? "\"A-1!\"" : expected;

    assertThat(String.valueOf(evaluate(text))).isEqualTo(JSON.readTree(wanted).toString());
  }

  @Test
  void whatIsNotThereIsNull() throws Exception {
    assertThat(evaluate("nothing.at.all")).isNull();
    assertThat(evaluate("note")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ($f := function($n) { $f($n + 1) }; $f(0))                       | takes more than 100000 steps
          ($f := function($n) { 1 + $f($n + 1) }; $f(0))                   | deeper than 150 levels
          $map([1..100000], function($i) { $map([1..100000], function($j) { $i }) }) | more than 1000000 characters
          [1..10000000]                                                    | more than 1000000 characters
          $reduce([1..40], function($a, $i) { $a & $a }, "xx")                 | more than 1000000 characters
          ($d := function($a, $i) { [[$a], [$a]] }; $reduce([1..40], $d, "x"))     | more than 1000000 characters
          $reduce([1..200], function($a, $i) { {"a": $a} }, "x")               | deeper than
          $pad("x", 2000000000)                                            | more than 1000000 characters
          $join($map([1..900], function($i) { "x" }), $pad("", 100000))    | more than 1000000 characters
          $replace($pad("", 90000, "a"), "a", $pad("", 90000, "b"))        | more than 1000000 characters
          $replace($pad("", 90000, "a"), /a/, $pad("", 90000, "b"))        | more than 1000000 characters
          $contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /(a*)*b\\1/)     | too long to match
          function($x) { $x }                                              | gives a function
          9007199254740991 * 3                                             | more than can be counted
          1 / 0                                                            | fails:
          $uppercase(5)                                                    | fails:
          /a/("a")                                                         | fails
          $error("stop here")                                              | stop here
          """)
  void whatLoopsOrExplodesIsCutOff(String text, String reason) {
    assertThat(failure(text)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $eval("1+1")            | uses what there is not: $eval
          $now()                  | uses what there is not: $now
          $random()               | uses what there is not: $random
          $toMillis("2020-01-01") | uses what there is not: $toMillis
          ($f := function($eval){1}; $eval("$now()"))     | gives '$eval' a meaning of its own
          ($g := ($now := 1); $now())                     | gives '$now' a meaning of its own
          ($f := function($random){1}; $random())         | gives '$random' a meaning of its own
          ($f := function($shuffle){1}; $shuffle([1,2]))  | gives '$shuffle' a meaning of its own
          ($f := function($x, $millis){1}; $millis())     | gives '$millis' a meaning of its own
          (lines@$now.sku; $now())                        | gives '$now' a meaning of its own
          (lines#$now.sku; $now())                        | gives '$now' a meaning of its own
          ($f := function($toMillis){1}; "2020" ~> $toMillis) | gives '$toMillis' a meaning of its own
          ($f := function($source){1}; $source.no)        | gives '$source' a meaning of its own
          $map([1], $now)         | uses what there is not: $now
          $shout(no) & $nope      | uses what there is not: $nope, $shout
          $__evaluate_entry := 1  | a variable begins with a letter
          lines[                  | is no JSONata
          1 +                     | is no JSONata
          "open                   | a quote that is not closed
          /open                   | a regular expression that is not closed
          $match(no, /[/)         | no regular expression
          ((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))) | deeper than 40 brackets
          """)
  void whatIsNoneOrReachesOutDoesNotCompile(String text, String reason) {
    assertThat(failure(text)).contains(reason);
  }

  @Test
  void everyFunctionOfTheLibraryIsEitherAllowedOrOutOfReach() throws Exception {
    Jsonata.jsonata("1");
    Field functions = Jsonata.class.getDeclaredField("staticFrame");
    functions.setAccessible(true);
    Field bindings = Jsonata.Frame.class.getDeclaredField("bindings");
    bindings.setAccessible(true);
    Map<?, ?> all = (Map<?, ?>) bindings.get(functions.get(null));

    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all.keySet())
        .allSatisfy(
            name ->
                assertThat(ExpressionFunctions.has((String) name))
                    .as((String) name)
                    .isNotEqualTo(ExpressionFunctions.leftOut((String) name)));
  }

  /** The text is judged first; this is what stands behind it. */
  @Test
  void whatIsLeftOutIsNotThereWhateverTheTextSays() {
    for (String call : List.of("$now()", "$eval('1')", "$random()", "$shuffle([1,2])")) {
      Jsonata behind = Jsonata.jsonata("($f := function($n){1}; " + call + ")");
      Jsonata.Frame frame = behind.createFrame();
      ExpressionFunctions.bind(frame);

      assertThatThrownBy(() -> behind.evaluate(null, frame))
          .hasMessageContaining("uses what there is not");
    }
  }

  @Test
  void aPatternOnALongTextIsCutOffInWords() {
    String text = "{\"t\": \"" + "ab".repeat(20_000) + "\"}";

    assertThat(failure("$contains(t, /(a|b)*c/)", text))
        .contains("a regular expression with a group that repeats")
        .doesNotContain("java");
    assertThat(failure("$match(t & t & t, /a/)", text)).contains("longer than 100000 characters");
    assertThat(failure("$sum(t)", text)).startsWith("fails: ").doesNotContain("java");
    assertThat(failure("$uppercase(5)")).startsWith("fails: ").doesNotContain("java");
  }

  @Test
  void aLongTextDoesNotCompile() {
    assertThat(failure("1+".repeat(3000) + "1")).contains("longer than 4000 characters");
    assertThat(failure("1+".repeat(1500) + "1")).contains("deeper");
    assertThat(failure("-".repeat(3000) + "1")).isNotEmpty();
  }

  @Test
  void aNumberThatDoublesCannotHoldIsRefusedAndNotRounded() {
    assertThat(failure("x * 2", "{\"x\": 1234567890.1234567}"))
        .contains("cannot count with 1234567890.1234567");
    assertThat(failure("big")).contains("cannot count with 20231234567890123");
  }

  @Test
  void fieldsAreTheNamesItMayRead() throws Exception {
    Expression expression =
        Expression.compile(
            "($x := 2; lines[qty > $x and in = 1].`unit price` & $sum($source.'total') ? \"no\" :"
                + " 1)");

    assertThat(expression.fields())
        .containsExactlyInAnyOrder("lines", "qty", "unit price", "in", "total");
    assertThat(expression.readsWholeSource()).isTrue();
  }

  @Test
  void aThreadMayCompileAndThenEvaluateForEver() throws Exception {
    Expression expression = Expression.compile("lines.sku");
    JsonNode order = JSON.readTree(ORDER);

    for (int i = 0; i < 20_000; i++) {
      assertThat(expression.evaluate(order, order)).hasSize(2);
    }
  }

  @Test
  void oneExpressionServesManyThreads() throws Exception {
    Expression expression = Expression.compile("$sum(lines.(qty * x)) & $join(lines.sku, ',')");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int x = t + 1;
      all.add(threads.submit(() -> alwaysRight(expression, x)));
    }

    for (Future<Boolean> each : all) {
      assertThat(each.get()).isTrue();
    }
    threads.shutdownNow();
  }

  private static boolean alwaysRight(Expression expression, int x) throws Exception {
    JsonNode order = JSON.readTree("{\"lines\":[{\"sku\":\"a\",\"qty\":1,\"x\":%d}]}".formatted(x));
    for (int i = 0; i < 2000; i++) {
      JsonNode value = expression.evaluate(order, order);
      if (value == null || !value.asText().equals(x + "a")) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode evaluate(String text) throws Exception {
    JsonNode order = JSON.readTree(ORDER);
    return Expression.compile(text).evaluate(order, order);
  }

  private static String failure(String text) {
    return failure(text, ORDER);
  }

  private static String failure(String text, String document) {
    try {
      JsonNode source = JSON.readTree(document);
      return "gave " + Expression.compile(text).evaluate(source, source);
    } catch (ExpressionException e) {
      return e.reason();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
