package io.entrepot.app.cluster;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's Hazelcast member. It starts beside the application and nobody waits for it; a node
 * without it works alone, and stays correct.
 */
public final class Member implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Member.class);

  private final CompletableFuture<HazelcastInstance> instance;

  private Member(CompletableFuture<HazelcastInstance> instance) {
    this.instance = instance;
  }

  public static Member start(MemberAddress address) {
    // Its first words come before it has read any configuration.
    System.setProperty("hazelcast.logging.type", "slf4j");
    return new Member(
        CompletableFuture.supplyAsync(
                () -> Hazelcast.newHazelcastInstance(MemberConfig.of(address)),
                task -> new Thread(task, "hazelcast-start").start())
            .whenComplete(
                (started, failure) -> {
                  if (failure != null) {
                    LOG.warn("no Hazelcast; this node works without its locks", failure);
                  }
                }));
  }

  /** Empty while it starts, and when it is gone. */
  public Optional<HazelcastInstance> ifRunning() {
    if (!instance.isDone() || instance.isCompletedExceptionally()) {
      return Optional.empty();
    }
    return Optional.of(instance.join())
        .filter(running -> running.getLifecycleService().isRunning());
  }

  @Override
  public void close() {
    instance
        .handle(
            (started, failure) -> {
              if (started != null) {
                started.shutdown();
              }
              return true;
            })
        .join();
  }
}
