package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compiles {@code when:}: a path and what must hold of its value ({@code is}, {@code in} a table or
 * list, {@code matches}, {@code above}, {@code at-most}, {@code present}), turned round by {@code
 * not}.
 */
final class Conditions {
  /** What must hold of a value that is there. */
  @FunctionalInterface
  private interface Test {
    boolean test(JsonNode value) throws BadValue;
  }

  private final Compiling compiling;

  Conditions(Compiling compiling) {
    this.compiling = compiling;
  }

  Condition compile(Spec spec, Place place) {
    SourcePath from = spec.path("from", spec.requireText("from"));
    compiling.uses(from, place, spec);
    Test test = test(spec);
    boolean not = spec.flag("not");
    boolean ifAbsent = spec.has("present") && !spec.flag("present");
    spec.done();
    return scope -> {
      JsonNode value = from.read(scope);
      try {
        return (value == null ? ifAbsent : !ifAbsent && test.test(value)) != not;
      } catch (BadValue e) {
        scope.run().fail(scope, "", from, value, e.reason());
        return false;
      }
    };
  }

  private Test test(Spec spec) {
    List<Test> tests = new ArrayList<>();
    String is = spec.text("is");
    if (is != null) {
      tests.add(value -> value.asText().equals(is));
    }
    Pattern matches = spec.pattern("matches");
    if (matches != null) {
      tests.add(value -> Texts.matches(matches, value.asText()));
    }
    JsonNode in = spec.find("in");
    if (in != null) {
      Set<String> codes = codes(spec, in);
      tests.add(value -> codes.contains(value.asText()));
    }
    bound(spec, "above", tests, true);
    bound(spec, "at-most", tests, false);
    if (tests.isEmpty() && !spec.has("present")) {
      throw spec.error("needs one of is, in, matches, above, at-most, present");
    }
    return tests.size() == 1 ? tests.get(0) : all(tests);
  }

  private static Test all(List<Test> tests) {
    return value -> {
      for (Test test : tests) {
        if (!test.test(value)) {
          return false;
        }
      }
      return true;
    };
  }

  private Set<String> codes(Spec spec, JsonNode in) {
    if (in.isTextual()) {
      return compiling.tables().require(in.asText(), spec).codes();
    }
    Set<String> codes = new HashSet<>();
    in.forEach(code -> codes.add(code.asText()));
    return codes;
  }

  /** A value that is no number is neither above nor at most: the field's own rule refuses it. */
  private static void bound(Spec spec, String key, List<Test> tests, boolean above) {
    String text = spec.text(key);
    if (text == null) {
      return;
    }
    BigDecimal bound = Numbers.parse(text);
    if (bound == null) {
      throw spec.error("'" + key + ":' must be a number");
    }
    tests.add(
        value -> {
          BigDecimal number = Numbers.parse(value.asText());
          return number != null && number.compareTo(bound) > 0 == above;
        });
  }
}
