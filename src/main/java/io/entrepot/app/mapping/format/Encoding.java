package io.entrepot.app.mapping.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An encoding that neither guesses nor replaces.
 *
 * @param name as people write it
 */
public record Encoding(String name, Charset charset) {
  public static final Encoding UTF_8 = new Encoding("UTF-8", StandardCharsets.UTF_8);

  // Java takes CP949 and CP932 for IBM's code pages; everybody else means Windows's, which have
  // 8 822 syllables more than EUC-KR and the NEC and IBM kanji more than Shift_JIS.
  private static final Map<String, String> AS_WINDOWS_MEANS_IT =
      Map.of("CP949", "x-windows-949", "UHC", "x-windows-949", "CP932", "windows-31j");

  /** Empty if there is no such encoding. */
  public static Optional<Encoding> named(String name) {
    String known = AS_WINDOWS_MEANS_IT.getOrDefault(name.toUpperCase(Locale.ROOT), name);
    try {
      return Optional.of(new Encoding(name, Charset.forName(known)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  boolean wide() {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  /**
   * The text, without its byte order mark.
   *
   * @throws FormatException with the place of the first byte that is not of this encoding
   */
  public String decode(byte[] bytes) throws FormatException {
    requireFittingMark(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      throw new FormatException(
          "byte 0x%02X at %d (line %d) is not %s"
              .formatted(bytes[in.position()], in.position(), line(bytes, in.position()), name));
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void requireFittingMark(byte[] bytes) throws FormatException {
    String mark = mark(bytes);
    if (!mark.isEmpty() && !charset.name().startsWith(mark)) {
      throw new FormatException(
          "begins with the mark of " + mark + " though " + name + " was declared");
    }
  }

  /** The encoding that a byte order mark tells; empty if there is none. */
  static String mark(byte[] bytes) {
    if (bytes.length >= 3
        && Arrays.equals(bytes, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3)) {
      return "UTF-8";
    }
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return first == 0xFEFF || first == 0xFFFE ? "UTF-16" : "";
  }

  private static int line(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  /**
   * The bytes.
   *
   * @throws FormatException with the first character that this encoding has not
   */
  public byte[] encode(String text) throws FormatException {
    CharsetEncoder encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer in = CharBuffer.wrap(text);
    ByteBuffer out =
        ByteBuffer.allocate(
            (int) Math.ceil(text.length() * (double) encoder.maxBytesPerChar()) + 8);
    CoderResult result = encoder.encode(in, out, true);
    if (!result.isError()) {
      result = encoder.flush(out);
    }
    if (result.isError()) {
      int point = text.codePointAt(in.position());
      throw new FormatException(
          "'%s' (U+%04X) in '%s' cannot be written in %s"
              .formatted(Character.toString(point), point, shown(text, in.position()), name));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static String shown(String text, int at) {
    int from = Math.max(0, at - 10);
    return text.substring(from, Math.min(text.length(), at + 10)).replaceAll("\\s+", " ");
  }
}
