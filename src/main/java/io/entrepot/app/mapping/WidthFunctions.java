package io.entrepot.app.mapping;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Full and half width, composed and decomposed, and the phone numbers that are typed in them. */
final class WidthFunctions {
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;
  private static final char IDEOGRAPHIC_SPACE = '\u3000';
  private static final Pattern HALF_KATAKANA = Pattern.compile("[\uFF61-\uFF9F]+");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\u2010-\\u2015\\u30FC-]");
  private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)([1-9][0-9]{7,14})");
  private static final Pattern AT_HOME = Pattern.compile("0([1-9][0-9]{7,10})");
  // Korea's service numbers, as 1588-0000, have no leading zero.
  private static final Pattern KOREAN_SERVICE = Pattern.compile("1[568][0-9]{2}[0-9]{4}");

  private WidthFunctions() {}

  /**
   * Composes ({@code NFC}: a Mac sends 한글 as single letters); {@code width: half} makes ASCII of
   * full-width letters, {@code full} the other way, and both make full katakana of half ones.
   */
  static Function normalise(Spec options) {
    String width = options.word("width", "as-is", "half", "full");
    return (value, scope) -> {
      String text = Normalizer.normalize(Functions.scalar(value).asText(), Normalizer.Form.NFC);
      return Functions.text(
          switch (width) {
            case "half" -> half(katakana(text));
            case "full" -> full(katakana(text));
            default -> text;
          });
    };
  }

  private static String katakana(String text) {
    return HALF_KATAKANA
        .matcher(text)
        .replaceAll(kana -> Normalizer.normalize(kana.group(), Normalizer.Form.NFKC));
  }

  private static String half(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean full = c >= '\uFF01' && c <= '\uFF5E';
      half.append(full ? (char) (c - FULL_WIDTH_OFFSET) : c == IDEOGRAPHIC_SPACE ? ' ' : c);
    }
    return half.toString();
  }

  private static String full(String text) {
    StringBuilder full = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = c >= '!' && c <= '~';
      full.append(half ? (char) (c + FULL_WIDTH_OFFSET) : c == ' ' ? IDEOGRAPHIC_SPACE : c);
    }
    return full.toString();
  }

  /** A number typed in {@code country} (KR or JP) as E.164. */
  static Function phone(Spec options) {
    boolean korea = options.word("country", "KR", "JP").equals("KR");
    String prefix = korea ? "+82" : "+81";
    return (value, scope) -> {
      String text = half(Functions.scalar(value).asText());
      String digits = PUNCTUATION.matcher(text).replaceAll("");
      var abroad = ABROAD.matcher(digits);
      if (abroad.matches()) {
        return Functions.text("+" + abroad.group(1).replaceFirst("^(8[12])0", "$1"));
      }
      var home = AT_HOME.matcher(digits);
      if (home.matches()) {
        return Functions.text(prefix + home.group(1));
      }
      if (korea && KOREAN_SERVICE.matcher(digits).matches()) {
        return Functions.text(prefix + digits);
      }
      throw new BadValue("'" + Run.shown(value) + "' is no phone number");
    };
  }
}
