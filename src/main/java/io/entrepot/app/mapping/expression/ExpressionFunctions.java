package io.entrepot.app.mapping.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.Map;
import java.util.Set;

/**
 * The functions an expression may call. Left out are those that look at the clock or the dice
 * ({@code $now}, {@code $millis}, {@code $random}, {@code $shuffle}), that make code of text
 * ({@code $eval}), and dates, which {@code as: instant} reads more strictly. Those whose result is
 * larger than the product of what goes in, or that match patterns, are replaced by bounded ones.
 */
final class ExpressionFunctions {
  private static final Set<String> BUILT_IN =
      Set.of(
          "sum",
          "count",
          "max",
          "min",
          "average",
          "string",
          "substring",
          "substringBefore",
          "substringAfter",
          "lowercase",
          "uppercase",
          "length",
          "trim",
          "formatNumber",
          "formatBase",
          "number",
          "abs",
          "floor",
          "ceil",
          "round",
          "sqrt",
          "power",
          "boolean",
          "not",
          "map",
          "filter",
          "single",
          "zip",
          "reduce",
          "keys",
          "exists",
          "spread",
          "merge",
          "reverse",
          "each",
          "error",
          "assert",
          "type",
          "sort",
          "distinct",
          "sift",
          "append",
          "lookup",
          "base64encode",
          "base64decode",
          "encodeUrlComponent",
          "encodeUrl",
          "decodeUrlComponent",
          "decodeUrl");

  /** All others that JSONata has: a text that reaches one of them all the same finds nothing. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "now",
          "millis",
          "random",
          "shuffle",
          "eval",
          "clone",
          "toMillis",
          "fromMillis",
          "formatInteger",
          "parseInteger");

  private static final Map<String, JFunction> BOUNDED =
      Map.of(
          "pad", function(TextFunctions::pad, "<s-ns?:s>"),
          "join", function(TextFunctions::join, "<a<s>s?:s>"),
          "replace", function(TextFunctions::replace, "<s-(sf)sn?:s>"),
          "contains", function(TextFunctions::contains, "<s-(sf):b>"),
          "split", function(TextFunctions::split, "<s-(sf)n?:a<s>>"),
          "match", function(TextFunctions::match, "<s-(sf)n?:a<o>>"));

  private ExpressionFunctions() {}

  static boolean has(String name) {
    return BUILT_IN.contains(name) || BOUNDED.containsKey(name);
  }

  /** Those that an expression may not even name a variable after. */
  static boolean leftOut(String name) {
    return LEFT_OUT.contains(name);
  }

  static void bind(Frame frame) {
    BOUNDED.forEach((name, function) -> frame.bind(name, (Object) function));
    LEFT_OUT.forEach(name -> frame.bind(name, (Object) refusing(name)));
  }

  private static JFunction refusing(String name) {
    JFunctionCallable refusal =
        (input, args) -> {
          throw new CutOff("uses what there is not: $" + name);
        };
    return new JFunction(refusal, null);
  }

  private static JFunction function(JFunctionCallable callable, String signature) {
    return new JFunction(callable, signature);
  }
}
