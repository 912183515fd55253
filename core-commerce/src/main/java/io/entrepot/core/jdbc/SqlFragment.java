package io.entrepot.core.jdbc;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a context, to be sent together with those of others by {@link OneTrip}. Its
 * parameters stand as {@code ?}; of an array the driver takes {@code long[]}, {@code int[]}, {@code
 * String[]} and {@code byte[][]}.
 *
 * @param rows how many rows it must write, or {@link #ANY_ROWS}
 */
public record SqlFragment(String sql, int rows, List<@Nullable Object> parameters) {
  public static final int ANY_ROWS = -1;

  public static SqlFragment writing(int rows, String sql, @Nullable Object... parameters) {
    return new SqlFragment(sql, rows, Collections.unmodifiableList(Arrays.asList(parameters)));
  }

  public static SqlFragment of(String sql, @Nullable Object... parameters) {
    return writing(ANY_ROWS, sql, parameters);
  }
}
