package io.entrepot.app.message;

import java.util.UUID;

/**
 * A message that is durably stored.
 *
 * @param duplicate it was there before, under the same idempotency key
 * @param status the status of the message that is there
 */
public record Stored(UUID id, boolean duplicate, MessageStatus status) {
  /** An outbound message that need not be sent again. */
  public boolean done() {
    return status == MessageStatus.DONE;
  }
}
