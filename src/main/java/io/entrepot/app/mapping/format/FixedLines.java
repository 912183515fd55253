package io.entrepot.app.mapping.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines and their columns, counted in characters or in bytes: a Korean syllable is one character
 * and two bytes of CP949, and which of the two a partner means moves every column after it.
 */
record FixedLines(Encoding encoding, boolean bytes) {

  /** Each line in the unit that is counted: a text in which one character is one unit. */
  List<String> split(byte[] content) throws FormatException {
    String text =
        bytes ? new String(content, StandardCharsets.ISO_8859_1) : encoding.decode(content);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  int length(String units) {
    return bytes ? units.length() : units.codePointCount(0, units.length());
  }

  /** The text of some units of a line. */
  String cut(String line, int from, int to) throws FormatException {
    if (!bytes) {
      return line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
    }
    byte[] cell = line.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    return encoding.decode(cell);
  }

  /** How many units a value takes. */
  int taken(String value) throws FormatException {
    return bytes ? encoding.encode(value).length : value.codePointCount(0, value.length());
  }

  String unit() {
    return bytes ? "bytes of " + encoding.name() : "characters";
  }
}
