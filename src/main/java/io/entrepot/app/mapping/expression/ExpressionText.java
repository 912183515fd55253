package io.entrepot.app.mapping.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * An expression's text, read once: which fields and variables it names, and the text with a
 * variable in the place of each regular expression. JSONata's own parser tells neither, and its
 * matching cannot be bounded.
 */
final class ExpressionText {
  private static final int CHARS_MAX = 4_000;
  private static final int BRACKETS_MAX = 40;
  private static final String PATTERN_VARIABLE = "re_";
  private static final Set<String> OPERATORS = Set.of("and", "or", "in");
  private static final Set<String> LITERALS = Set.of("true", "false", "null");

  private final String text;
  private final StringBuilder rewritten = new StringBuilder();
  private final Set<String> fields = new HashSet<>();
  private final Set<String> variables = new HashSet<>();
  private final Set<String> bound = new HashSet<>();
  private final List<TextPattern> patterns = new ArrayList<>();
  private int at;
  private int brackets;
  private int parametersEndAt = -1;
  private boolean parametersFollow;
  private boolean operandBefore;
  private char before = ' ';

  private ExpressionText(String text) {
    this.text = text;
  }

  static ExpressionText read(String text) throws ExpressionException {
    if (text.length() > CHARS_MAX) {
      throw new ExpressionException("is longer than " + CHARS_MAX + " characters");
    }
    ExpressionText read = new ExpressionText(text);
    while (read.at < text.length()) {
      read.token();
    }
    return read;
  }

  /** With {@code $re_0}, {@code $re_1}, … for the regular expressions. */
  String rewritten() {
    return rewritten.toString();
  }

  List<TextPattern> patterns() {
    return patterns;
  }

  static String patternVariable(int index) {
    return PATTERN_VARIABLE + index;
  }

  /** The names of fields that it may read. */
  Set<String> fields() {
    return fields;
  }

  /** Variables and functions that it uses and does not make itself. */
  Set<String> free() {
    Set<String> free = new HashSet<>(variables);
    free.removeAll(bound);
    return free;
  }

  private void token() throws ExpressionException {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      take(1);
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      take((end < 0 ? text.length() : end + 2) - at);
    } else if (c == '"' || c == '\'' || c == '`') {
      quoted(c);
    } else if (c == '$') {
      variable();
    } else if (Character.isDigit(c)) {
      operand(take(word(at) - at));
    } else if (Character.isLetter(c) || c == '_') {
      name(take(word(at) - at));
    } else if (c == '/' && !operandBefore) {
      pattern();
    } else {
      operator(c);
    }
  }

  private String take(int chars) {
    String taken = text.substring(at, at + chars);
    rewritten.append(taken);
    at += chars;
    return taken;
  }

  private void operand(String taken) {
    operandBefore = true;
    before = taken.charAt(0);
  }

  private int word(int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private void quoted(char quote) throws ExpressionException {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' && quote != '`' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw new ExpressionException("has a quote that is not closed: " + text.substring(at));
    }
    if (quote == '`' || before == '.') {
      fields.add(text.substring(at + 1, end));
    }
    operand(take(end + 1 - at));
  }

  private void variable() throws ExpressionException {
    if (text.startsWith("$$", at)) {
      operand(take(2));
      return;
    }
    char sign = before;
    String name = take(word(at + 1) - at).substring(1);
    if (name.startsWith("_")) {
      throw new ExpressionException("names '$" + name + "'; a variable begins with a letter");
    }
    operand("$");
    if (name.isEmpty()) {
      return;
    }
    boolean parameter = brackets == parametersEndAt + 1 && parametersEndAt >= 0;
    boolean assigned = text.substring(at).stripLeading().startsWith(":=");
    if (parameter || assigned || sign == '@' || sign == '#') {
      bind(name);
    } else {
      variables.add(name);
    }
  }

  /** What is bound in one place counts as bound in all, so it must never be what is refused. */
  private void bind(String name) throws ExpressionException {
    if (name.equals(Expression.SOURCE) || ExpressionFunctions.leftOut(name)) {
      throw new ExpressionException(
          "gives '$" + name + "' a meaning of its own; name it otherwise");
    }
    bound.add(name);
  }

  private void name(String name) {
    if (name.equals("function") || name.equals("λ")) {
      parametersFollow = true;
      operandBefore = false;
      before = 'f';
    } else if (OPERATORS.contains(name) && operandBefore) {
      operandBefore = false;
      before = 'o';
    } else {
      if (!LITERALS.contains(name)) {
        fields.add(name);
      }
      operand(name);
    }
  }

  private void pattern() throws ExpressionException {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '/') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw new ExpressionException("has a regular expression that is not closed");
    }
    int flags = word(end + 1);
    try {
      String source = text.substring(at + 1, end);
      patterns.add(TextPattern.of(source, text.substring(end + 1, flags)));
    } catch (PatternSyntaxException e) {
      throw new ExpressionException("has no regular expression: " + e.getDescription());
    }
    rewritten.append('$').append(patternVariable(patterns.size() - 1));
    at = flags;
    operand("/");
  }

  private void operator(char c) throws ExpressionException {
    boolean wildcard = !operandBefore && (c == '*' || c == '%');
    take(1);
    if ("([{".indexOf(c) >= 0) {
      open(c);
    } else if (")]}".indexOf(c) >= 0) {
      brackets--;
      parametersEndAt = brackets == parametersEndAt ? -1 : parametersEndAt;
      operandBefore = true;
    } else {
      operandBefore = wildcard;
    }
    before = c;
  }

  private void open(char c) throws ExpressionException {
    if (parametersFollow && c == '(') {
      parametersEndAt = brackets;
      parametersFollow = false;
    }
    if (++brackets > BRACKETS_MAX) {
      throw new ExpressionException("nests deeper than " + BRACKETS_MAX + " brackets");
    }
    operandBefore = false;
  }
}
