package io.entrepot.app.mapping.format;

/**
 * One column of a fixed-width record.
 *
 * @param width in characters, or in bytes where the format counts bytes
 * @param right whether the value stands at the right end, padded on its left
 */
public record FixedColumn(String name, int width, boolean right, char pad) {

  String padded(String value, int length) {
    String padding = String.valueOf(pad).repeat(width - length);
    return right ? padding + value : value + padding;
  }

  /** A value of nothing but zeros is zero, one of nothing but blanks is empty. */
  String unpadded(String cell) {
    int from = 0;
    int to = cell.length();
    int least = pad == '0' ? 1 : 0;
    while (right && to - from > least && cell.charAt(from) == pad) {
      from++;
    }
    while (!right && to - from > least && cell.charAt(to - 1) == pad) {
      to--;
    }
    return cell.substring(from, to).strip();
  }
}
