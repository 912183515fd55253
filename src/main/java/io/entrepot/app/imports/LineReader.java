package io.entrepot.app.imports;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length: of a longer one only the beginning is kept. */
final class LineReader {
  static final int LINE_CHARS_MAX = 1 << 20;
  private static final int EXCERPT_CHARS = 200;

  /**
   * One line without its end.
   *
   * @param length all its characters; {@code text} has them all unless it is too long
   */
  record Line(String text, long length) {
    boolean tooLong() {
      return length > LINE_CHARS_MAX;
    }

    boolean blank() {
      return length == 0 || (!tooLong() && text.isBlank());
    }
  }

  private final Reader reader;
  private final char[] buffer = new char[1 << 14];
  private int next;
  private int filled;

  LineReader(Reader reader) {
    this.reader = reader;
  }

  /** Null at the end of the file. */
  @Nullable Line read() throws IOException {
    StringBuilder text = new StringBuilder(128);
    long length = 0;
    int c = character();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n' && c != '\r') {
      length++;
      if (length <= LINE_CHARS_MAX) {
        text.append((char) c);
      } else if (length == LINE_CHARS_MAX + 1L) {
        text.setLength(EXCERPT_CHARS);
        text.trimToSize();
      }
      c = character();
    }
    if (c == '\r') {
      skipLineFeed();
    }
    return new Line(text.toString(), length);
  }

  private void skipLineFeed() throws IOException {
    int c = character();
    if (c >= 0 && c != '\n') {
      next--;
    }
  }

  private int character() throws IOException {
    if (next == filled) {
      filled = reader.read(buffer, 0, buffer.length);
      next = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[next++];
  }
}
