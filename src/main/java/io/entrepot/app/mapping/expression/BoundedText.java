package io.entrepot.app.mapping.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that may be read only so often: a pattern such as {@code (a+)+$} tries a short text for
 * hours, and Java's matcher cannot be stopped in any other way.
 */
public final class BoundedText implements CharSequence {
  private static final int READS_MAX = 2_000_000;

  private final String text;
  private int reads;

  private BoundedText(String text) {
    this.text = text;
  }

  /**
   * Whether the whole text matches.
   *
   * @throws ExpressionException if that takes too long to find out
   */
  public static boolean matches(Pattern pattern, String text) throws ExpressionException {
    try {
      return matcher(pattern, text).matches();
    } catch (CutOff e) {
      throw new ExpressionException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The text with every match replaced; {@code $1} stands for a group.
   *
   * @throws ExpressionException if that takes too long, or names a group that is not there
   */
  public static String replaceAll(Pattern pattern, String text, String with)
      throws ExpressionException {
    try {
      return matcher(pattern, text).replaceAll(with);
    } catch (CutOff | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExpressionException(String.valueOf(e.getMessage()));
    }
  }

  static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(new BoundedText(text));
  }

  @Override
  public char charAt(int index) {
    if (++reads > READS_MAX) {
      throw new CutOff("takes a regular expression too long to match; write it simpler");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
