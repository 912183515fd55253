package io.entrepot.app.imports;

/** A guess at the encoding of bytes that are not UTF-8, for the message to a person only. */
final class EncodingGuess {

  private EncodingGuess() {}

  /** Empty when nothing is likely. */
  static String of(byte[] sample) {
    int korean = 0;
    int japanese = 0;
    for (int i = 0; i + 1 < sample.length; i++) {
      int lead = sample[i] & 0xFF;
      int trail = sample[i + 1] & 0xFF;
      if (hangul(lead, trail)) {
        korean++;
        i++;
      } else if (kana(lead, trail)) {
        japanese++;
        i++;
      }
    }
    if (korean == 0 && japanese == 0) {
      return "";
    }
    return korean >= japanese ? "CP949 (Korean Windows)" : "CP932 (Japanese Windows)";
  }

  /** The syllables in common use, KS X 1001 rows 16 to 40. */
  private static boolean hangul(int lead, int trail) {
    return lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 && trail <= 0xFE;
  }

  /** Hiragana and katakana of Shift_JIS. */
  private static boolean kana(int lead, int trail) {
    return (lead == 0x82 && trail >= 0x9F && trail <= 0xF1)
        || (lead == 0x83 && trail >= 0x40 && trail <= 0x96);
  }
}
