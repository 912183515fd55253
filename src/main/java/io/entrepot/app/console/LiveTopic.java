package io.entrepot.app.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page that is kept live. */
interface LiveTopic {
  /** Last part of the stream's address. */
  String name();

  /** True when each page shows one thing, named by its id. */
  default boolean ofOne() {
    return false;
  }

  /**
   * What the page shows now. The page is told of a change when two answers in a row are not equal.
   * Asked about once a second while somebody looks, so it must be cheap.
   *
   * @param id of the one thing that the page shows; null unless {@link #ofOne}
   */
  Object state(@Nullable UUID id);
}
