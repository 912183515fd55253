package io.entrepot.app.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list, newest first; null means any.
 *
 * @param before only messages older than this id: the last id of the page before
 * @param limit 1 … 500
 */
public record MessageFilter(
    @Nullable Direction direction,
    @Nullable MessageStatus status,
    @Nullable String partner,
    @Nullable String document,
    @Nullable String entityKey,
    @Nullable UUID before,
    int limit) {

  public static final int LIMIT_MAX = 500;

  public MessageFilter {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit must be 1 to " + LIMIT_MAX + ", not " + limit);
    }
  }

  public static MessageFilter latest(int limit) {
    return new MessageFilter(null, null, null, null, null, null, limit);
  }
}
