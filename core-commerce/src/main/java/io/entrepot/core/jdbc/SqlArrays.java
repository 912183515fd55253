package io.entrepot.core.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Columns of many rows, for set-based statements with {@code unnest}. */
public final class SqlArrays {
  private SqlArrays() {}

  public static long[] longs(Collection<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  public static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
    return rows.stream().mapToLong(column).toArray();
  }

  public static <T> int[] ints(List<T> rows, ToIntFunction<T> column) {
    return rows.stream().mapToInt(column).toArray();
  }

  public static <T> @Nullable String[] texts(
      List<T> rows, Function<T, ? extends @Nullable Object> column) {
    @Nullable String[] texts = new String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = column.apply(rows.get(i));
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  public static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
    byte[][] bytes = new byte[rows.size()][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = column.apply(rows.get(i));
    }
    return bytes;
  }

  /** The driver knows no array of UUIDs: bind as text and cast {@code ::uuid[]}. */
  public static String[] uuids(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
