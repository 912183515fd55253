package io.entrepot.app.mapping.expression;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that may be read only so often: a pattern such as {@code (a+)+$} tries a short text for
 * hours, and Java's matcher cannot be stopped in any other way.
 */
public final class BoundedText implements CharSequence {
  /** Java's matcher goes one call deeper each time a group with a choice in it repeats. */
  static final String TOO_DEEP =
      "is too long for a regular expression with a group that repeats; write it simpler";

  private static final int READS_MAX = 2_000_000;
  private static final int CHARS_MAX = 100_000;

  private final String text;
  private int reads;

  private BoundedText(String text) {
    this.text = text;
  }

  /**
   * Whether the whole text matches.
   *
   * @throws ExpressionException if that takes too long to find out, or the text is too long
   */
  public static boolean matches(Pattern pattern, String text) throws ExpressionException {
    return bounded(() -> matcher(pattern, text).matches());
  }

  /**
   * The text with every match replaced; {@code $1} stands for a group.
   *
   * @throws ExpressionException if that takes too long, or names a group that is not there
   */
  public static String replaceAll(Pattern pattern, String text, String with)
      throws ExpressionException {
    return bounded(() -> matcher(pattern, text).replaceAll(with));
  }

  private static <T> T bounded(Supplier<T> work) throws ExpressionException {
    try {
      return work.get();
    } catch (CutOff | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExpressionException(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new ExpressionException(TOO_DEEP);
    }
  }

  static Matcher matcher(Pattern pattern, String text) {
    if (text.length() > CHARS_MAX) {
      throw new CutOff(
          "is longer than " + CHARS_MAX + " characters, too long for a regular expression");
    }
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
