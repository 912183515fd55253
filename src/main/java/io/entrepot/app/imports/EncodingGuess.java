package io.entrepot.app.imports;

import java.nio.charset.Charset;

/** A guess at the encoding of bytes that are not UTF-8, for the message to a person only. */
final class EncodingGuess {
  private static final Charset KOREAN = Charset.forName("MS949");
  private static final Charset JAPANESE = Charset.forName("windows-31j");

  private EncodingGuess() {}

  /** Empty when nothing is likely. */
  static String of(byte[] sample) {
    int korean = count(new String(sample, KOREAN), '\uAC00', '\uD7A3');
    int japanese = count(new String(sample, JAPANESE), '\u3041', '\u30FE');
    if (korean == 0 && japanese == 0) {
      return "";
    }
    return korean >= japanese ? "CP949 (Korean Windows)" : "CP932 (Japanese Windows)";
  }

  private static int count(String text, char from, char to) {
    return (int) text.chars().filter(c -> c >= from && c <= to).count();
  }
}
