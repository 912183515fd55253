package io.entrepot.app.ops;

import io.entrepot.app.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next give it as {@code before} to get the next page; null on the last one
 */
record Page<T>(List<T> items, @Nullable UUID next) {
  private static final int LIMIT_MAX = 500;

  static <T> Page<T> of(List<T> items, int limit, Function<T, UUID> id) {
    boolean full = items.size() == limit;
    return new Page<>(items, full ? id.apply(items.get(limit - 1)) : null);
  }

  static void checkLimit(int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw ProblemException.badRequest(
          "limit-out-of-range", "'limit' must be 1 to " + LIMIT_MAX + ", not " + limit + ".");
    }
  }
}
