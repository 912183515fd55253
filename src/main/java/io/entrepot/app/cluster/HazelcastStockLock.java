package io.entrepot.app.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import io.entrepot.core.inventory.StockLock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A lock of the cluster for each lane. It saves the waiting of several nodes on one row; stock is
 * kept right by Postgres, so whoever cannot have the lock in time works without it.
 */
@Component
final class HazelcastStockLock implements StockLock {
  private static final Logger LOG = LoggerFactory.getLogger(HazelcastStockLock.class);
  private static final String LOCKS = "stock-lanes";
  private static final long WAIT_MILLIS_MAX = 500;

  /** A node that stands still for longer has lost its lane, and meets the row locks instead. */
  private static final long LEASE_SECONDS = 10;

  private final Member member;

  HazelcastStockLock(Member member) {
    this.member = member;
  }

  @Override
  public <T> T withLane(String lane, Supplier<T> work) {
    Optional<HazelcastInstance> hazelcast = member.ifRunning().filter(HazelcastStockLock::hasPeers);
    if (hazelcast.isEmpty()) {
      return work.get();
    }
    IMap<String, Boolean> locked = lock(hazelcast.get(), lane);
    try {
      return work.get();
    } finally {
      if (locked != null) {
        unlock(locked, lane);
      }
    }
  }

  /** A node alone has nobody to take turns with; its own threads meet at the row locks. */
  private static boolean hasPeers(HazelcastInstance hazelcast) {
    try {
      return hazelcast.getCluster().getMembers().size() > 1;
    } catch (HazelcastInstanceNotActiveException e) {
      return false;
    }
  }

  /** Null when the lane could not be had. */
  private static @Nullable IMap<String, Boolean> lock(HazelcastInstance hazelcast, String lane) {
    try {
      IMap<String, Boolean> locks = hazelcast.getMap(LOCKS);
      return locks.tryLock(
              lane, WAIT_MILLIS_MAX, TimeUnit.MILLISECONDS, LEASE_SECONDS, TimeUnit.SECONDS)
          ? locks
          : null;
    } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
      LOG.debug("lane {} is worked without its lock", lane, e);
      return null;
    } catch (InterruptedException e) {
      // The work itself decides what an interruption means to it.
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static void unlock(IMap<String, Boolean> locks, String lane) {
    try {
      locks.unlock(lane);
    } catch (IllegalMonitorStateException leaseRanOut) {
      LOG.debug("lane {} was lost before its work was done", lane);
    } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
      LOG.debug("lane {} goes with its lease", lane, e);
    }
  }
}
