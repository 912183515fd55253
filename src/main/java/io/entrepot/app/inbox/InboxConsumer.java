package io.entrepot.app.inbox;

import io.entrepot.app.message.ClaimedMessage;
import io.entrepot.app.message.InboundQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims as many messages as it has free hands, and sleeps when there are none. */
final class InboxConsumer extends DefaultConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);

  /** A claim that comes later finds no hands, and is taken again when its lease ends. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

  private final InboxEndpoint endpoint;
  private final InboxWorker worker;
  private final InboundQueue queue;
  private final InboxSettings settings;
  private final Map<UUID, ClaimedMessage> held = new ConcurrentHashMap<>();
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean claiming;
  private @Nullable ExecutorService hands;
  private @Nullable Thread claimer;
  private Runnable silence = () -> {};

  InboxConsumer(
      InboxEndpoint endpoint,
      Processor route,
      InboxWorker worker,
      InboundQueue queue,
      InboxSettings settings) {
    super(endpoint, route);
    this.endpoint = endpoint;
    this.worker = worker;
    this.queue = queue;
    this.settings = settings;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    String name = endpoint.getEndpointUri();
    hands =
        endpoint
            .getCamelContext()
            .getExecutorServiceManager()
            .newFixedThreadPool(this, name, endpoint.getConcurrency());
    silence = queue.onArrival(endpoint.partner(), endpoint.document(), bell::release);
    claiming = true;
    claimer = new Thread(this::claimAndWork, name + "-claimer");
    claimer.setDaemon(true);
    claimer.start();
  }

  /** Stops claiming, then waits for what is being worked; what is cut off is claimed again. */
  @Override
  protected void doStop() throws Exception {
    claiming = false;
    silence.run();
    bell.release();
    if (claimer != null) {
      claimer.join(STOP_WITHIN.toMillis());
    }
    if (hands != null) {
      endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(hands);
    }
    super.doStop();
  }

  @Override
  protected void doSuspend() throws Exception {
    doStop();
  }

  @Override
  protected void doResume() throws Exception {
    doStart();
  }

  private void claimAndWork() {
    long extended = System.nanoTime();
    boolean failing = false;
    while (claiming) {
      try {
        if (System.nanoTime() - extended > settings.lease().toNanos() / 3) {
          extended = System.nanoTime();
          queue.extend(held.values(), settings.lease());
        }
        int free = endpoint.getConcurrency() - held.size();
        List<ClaimedMessage> claimed = free == 0 ? List.of() : claim(free);
        claimed.forEach(this::hand);
        failing = false;
        if (claimed.size() < free || free == 0) {
          sleep();
        }
      } catch (RuntimeException e) {
        if (!failing) {
          LOG.warn("{} cannot claim messages, tries on: {}", endpoint, e.toString());
        }
        failing = true;
        sleep();
      }
    }
  }

  private List<ClaimedMessage> claim(int free) {
    Duration lease = settings.lease();
    return queue.claim(endpoint.partner(), endpoint.document(), free, lease);
  }

  private void hand(ClaimedMessage message) {
    held.put(message.id(), message);
    try {
      Objects.requireNonNull(hands).execute(() -> work(message));
    } catch (RejectedExecutionException stopping) {
      held.remove(message.id());
    }
  }

  private void work(ClaimedMessage message) {
    try {
      worker.work(message);
    } finally {
      held.remove(message.id());
      bell.release();
    }
  }

  private void sleep() {
    try {
      bell.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
      bell.drainPermits();
    } catch (InterruptedException e) {
      claiming = false;
      Thread.currentThread().interrupt();
    }
  }
}
