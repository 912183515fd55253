package io.entrepot.app.imports;

/** Follows the quotes of one CSV record, line by line, to see where the record ends. */
final class QuoteScan {
  /** What stands at the end of the lines seen so far. */
  enum State {
    /** The record is whole. */
    WHOLE,
    /** A quoted value goes on in the next line. */
    OPEN,
    /** Something stands between a closing quote and the delimiter. */
    STRAY
  }

  private final char delimiter;
  private boolean quoted;

  QuoteScan(char delimiter) {
    this.delimiter = delimiter;
  }

  State line(String line) {
    boolean atStart = !quoted;
    int at = 0;
    while (at < line.length()) {
      if (quoted || (atStart && line.charAt(at) == '"')) {
        at = quoted ? at : at + 1;
        int end = closing(line, at);
        if (end < 0) {
          quoted = true;
          return State.OPEN;
        }
        quoted = false;
        at = blanksAfter(line, end + 1);
        if (at < line.length() && line.charAt(at) != delimiter) {
          return State.STRAY;
        }
      } else {
        int end = line.indexOf(delimiter, at);
        at = end < 0 ? line.length() : end;
      }
      atStart = true;
      at++;
    }
    return quoted ? State.OPEN : State.WHOLE;
  }

  /** The quote that ends the value; a doubled one belongs to it. */
  private static int closing(String line, int from) {
    int at = line.indexOf('"', from);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
      at = line.indexOf('"', at + 2);
    }
    return at;
  }

  private static int blanksAfter(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
