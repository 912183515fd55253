package io.entrepot.app.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number by which a row is known again: of the partner's own columns, whatever their order, so
 * that a row of an error file has the print of the row that it mends into.
 */
final class RowPrint {
  private static final char UNIT = '\u001f';

  private RowPrint() {}

  static long of(List<String> header, List<String> values) {
    Map<String, String> columns = new TreeMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (!ErrorColumns.ALL.contains(header.get(i))) {
        columns.put(header.get(i), values.get(i).strip());
      }
    }
    StringBuilder text = new StringBuilder();
    columns.forEach((name, value) -> text.append(name).append(UNIT).append(value).append(UNIT));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
