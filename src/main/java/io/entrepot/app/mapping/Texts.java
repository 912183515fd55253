package io.entrepot.app.mapping;

import io.entrepot.app.mapping.expression.BoundedText;
import io.entrepot.app.mapping.expression.ExpressionException;
import java.util.regex.Pattern;

/** Regular expressions that come to an end. */
final class Texts {
  private Texts() {}

  static boolean matches(Pattern pattern, String text) throws BadValue {
    try {
      return BoundedText.matches(pattern, text);
    } catch (ExpressionException e) {
      throw new BadValue(e.reason());
    }
  }

  static String replaceAll(Pattern pattern, String text, String with) throws BadValue {
    try {
      return BoundedText.replaceAll(pattern, text, with);
    } catch (ExpressionException e) {
      throw new BadValue(e.reason());
    }
  }
}
