package io.entrepot.app.inbox;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.failure.RetryPolicy;
import java.time.Duration;

/**
 * How notices are let in and worked.
 *
 * @param bodyBytesMax what is larger is refused unread
 * @param lease how long a node may be silent about a message before another takes it
 * @param poll how often a node looks for messages that another one stored, or whose time has come
 */
record InboxSettings(int bodyBytesMax, Duration lease, Duration poll, RetryPolicy retries) {
  private static final int BODY_BYTES_LIMIT = 64 * 1024 * 1024;

  InboxSettings {
    if (bodyBytesMax < 1 || bodyBytesMax > BODY_BYTES_LIMIT) {
      throw new StartRefused(
          "ENTREPOT_INBOX_BODY_BYTES_MAX must lie between 1 and " + BODY_BYTES_LIMIT);
    }
    if (poll.toMillis() < 10 || poll.compareTo(lease) >= 0) {
      throw new StartRefused(
          "ENTREPOT_INBOX_POLL_MILLIS must be 10 or more, and less than"
              + " ENTREPOT_INBOX_LEASE_MILLIS");
    }
  }
}
