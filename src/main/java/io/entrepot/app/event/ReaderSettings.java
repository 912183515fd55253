package io.entrepot.app.event;

import io.entrepot.app.failure.RetryPolicy;
import java.time.Duration;
import java.util.UUID;

/**
 * How this node reads.
 *
 * @param node its name in the leases; another for each process
 * @param lease how long a subscription stays ours unrenewed: a dead node's work waits that long
 */
record ReaderSettings(String node, Duration lease, RetryPolicy policy) {
  static ReaderSettings ofThisNode() {
    String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    return new ReaderSettings(node, Duration.ofSeconds(10), RetryPolicy.DEFAULT);
  }

  Duration renewal() {
    return lease.dividedBy(5);
  }
}
