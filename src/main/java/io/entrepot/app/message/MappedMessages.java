package io.entrepot.app.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Real messages to try a mapping on. Reads only; content stays inside this process. */
public interface MappedMessages {

  Optional<MappedMessage> find(UUID id);

  /**
   * The newest messages that a mapping was applied to, newest first.
   *
   * @param mapping as {@code wms/shipment.outbound}
   * @param before only older ones than this; null for the newest
   */
  List<MappedMessage> latest(String mapping, @Nullable UUID before, int limit);
}
