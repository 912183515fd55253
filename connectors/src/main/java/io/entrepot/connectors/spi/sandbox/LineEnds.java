package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where each line of a file ends: eight bytes a line, so that any page is found at once. */
final class LineEnds {
  private static final Logger LOG = LoggerFactory.getLogger(LineEnds.class);

  private long[] ends = new long[1024];
  private int lines;

  /** Reads the file from its start and cuts off what follows the last line end. */
  static LineEnds of(RandomAccessFile file, Path path) throws IOException {
    LineEnds found = new LineEnds();
    byte[] buffer = new byte[1 << 16];
    long position = 0;
    for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
      for (int i = 0; i < read; i++) {
        position++;
        if (buffer[i] == '\n') {
          found.endAt(position);
        }
      }
    }
    if (position > found.last()) {
      LOG.warn(
          "{}: the last line was torn by a crash and is dropped ({} bytes)",
          path,
          position - found.last());
      file.setLength(found.last());
    }
    return found;
  }

  void add(int bytes) {
    endAt(last() + bytes);
  }

  private void endAt(long end) {
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, lines * 2);
    }
    ends[lines++] = end;
  }

  long start(long number) {
    return number == 0 ? 0 : ends[(int) number - 1];
  }

  long last() {
    return start(lines);
  }

  long lines() {
    return lines;
  }
}
