package io.entrepot.app.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file that was cut off in the middle of a row: its last line has no end, and fewer columns
 * than the header or an open quote. One cut between two rows looks whole.
 */
final class CutFile {
  private static final int CHARACTER_BYTES_MAX = 2;

  private CutFile() {}

  static boolean looksSo(Path file, Charset encoding, char delimiter) throws IOException {
    if (Files.size(file) == 0 || endsItsLine(file, encoding)) {
      return false;
    }
    // What cannot be decoded is replaced: the cut may have gone through a character.
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), encoding)) {
      CsvRows rows = new CsvRows(reader, delimiter);
      CsvRow header = rows.read();
      CsvRow last = last(rows);
      return header != null
          && last != null
          && (!last.sound() || last.values().size() < header.values().size());
    }
  }

  private static @Nullable CsvRow last(CsvRows rows) throws IOException {
    CsvRow last = null;
    for (CsvRow row = rows.read(); row != null; row = rows.read()) {
      last = row;
    }
    return last;
  }

  private static boolean endsItsLine(Path file, Charset encoding) throws IOException {
    int width = encoding.name().startsWith("UTF-16") ? CHARACTER_BYTES_MAX : 1;
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(Math.max(0, bytes.length() - width));
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        if (next == '\n' || next == '\r') {
          return true;
        }
      }
      return false;
    }
  }
}
