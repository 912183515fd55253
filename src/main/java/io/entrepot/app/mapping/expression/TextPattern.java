package io.entrepot.app.mapping.expression;

import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands for {@code /…/} in an expression; only our own bounded functions know what it is. */
record TextPattern(Pattern pattern) implements JFunctionCallable {

  static TextPattern of(String source, String flags) {
    int bits = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    return new TextPattern(
        Pattern.compile(source, bits | (flags.contains("m") ? Pattern.MULTILINE : 0)));
  }

  /** A text stands for itself, and is found in one pass however long it is. */
  static Matcher matcher(Object pattern, String text) {
    return pattern instanceof TextPattern regex
        ? BoundedText.matcher(regex.pattern, text)
        : Pattern.compile(String.valueOf(pattern), Pattern.LITERAL).matcher(text);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Object call(@Nullable Object input, List args) {
    throw new CutOff("cannot call a regular expression; use $match or $contains");
  }
}
