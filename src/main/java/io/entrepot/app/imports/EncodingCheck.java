package io.entrepot.app.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Follows a file's bytes as they pass and refuses what is not text in the declared encoding, with a
 * guess at what it is instead.
 */
final class EncodingCheck {
  private static final int CARRY_MAX = 16;

  private final Charset declared;
  private final CharsetDecoder decoder;
  private final CharBuffer discarded = CharBuffer.allocate(1 << 13);
  private final ByteBuffer carry = ByteBuffer.allocate(CARRY_MAX);
  private long position;

  EncodingCheck(Charset declared) {
    this.declared = declared;
    this.decoder =
        declared
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  void bytes(byte[] buffer, int length) {
    if (!declared.name().startsWith("UTF-16")) {
      refuseZeros(buffer, length);
    }
    ByteBuffer in = ByteBuffer.allocate(carry.position() + length);
    in.put(carry.flip()).put(buffer, 0, length).flip();
    decode(in, false);
    carry.clear().put(in);
    position += length;
  }

  private void refuseZeros(byte[] buffer, int length) {
    if (position == 0) {
      refuseForeignStart(buffer, length);
    }
    for (int i = 0; i < length; i++) {
      if (buffer[i] == 0) {
        throw binary(position + i);
      }
    }
  }

  void end() {
    if (position == 0) {
      throw new ImportRefused("import-file-empty", "The file is empty: it has not one byte.");
    }
    decode(carry.flip(), true);
  }

  private void decode(ByteBuffer in, boolean end) {
    CoderResult result;
    do {
      result = decoder.decode(in, discarded.clear(), end);
    } while (result.isOverflow());
    if (result.isError()) {
      throw wrongEncoding(in);
    }
  }

  private static void refuseForeignStart(byte[] b, int length) {
    if (starts(b, length, 0xFF, 0xFE)
        || starts(b, length, 0xFE, 0xFF)
        || everyOtherNul(b, length)) {
      throw new ImportRefused(
          "import-file-encoding", "The file is UTF-16. Save it as 'CSV UTF-8' and send it again.");
    }
    if (starts(b, length, 'P', 'K', 3, 4)) {
      throw new ImportRefused(
          "import-file-binary",
          "The file is a ZIP or an Excel workbook (.xlsx). Save the sheet as 'CSV UTF-8' and send"
              + " that.");
    }
  }

  private static boolean starts(byte[] buffer, int length, int... start) {
    if (length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((buffer[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: in a header of ASCII letters every other byte is zero. */
  private static boolean everyOtherNul(byte[] b, int length) {
    int looked = Math.min(length, 64) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < looked; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    return looked >= 8 && (even > looked / 4 || odd > looked / 4) && Math.min(even, odd) == 0;
  }

  private static ImportRefused binary(long at) {
    return new ImportRefused(
        "import-file-binary", "The file is no text: byte " + at + " is zero. Send a CSV file.");
  }

  private ImportRefused wrongEncoding(ByteBuffer rest) {
    byte[] sample = new byte[Math.min(rest.remaining(), 4096)];
    rest.get(sample);
    String guess = EncodingGuess.of(sample);
    String detail =
        "The file is not "
            + declared.name()
            + " as the mapping expects"
            + (guess.isEmpty() ? "" : "; it looks like " + guess)
            + ". Save it as "
            + (declared.equals(StandardCharsets.UTF_8) ? "'CSV UTF-8'" : declared.name())
            + ", or declare 'encoding:' under 'csv:' in the mapping.";
    return new ImportRefused("import-file-encoding", detail);
  }
}
