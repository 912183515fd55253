package io.entrepot.app.credential;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals anew in the background: after a rotation, and at a start if one was cut short. */
@Component
final class ReencryptionRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ReencryptionRunner.class);

  private final Reencryption reencryption;
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "reencryption");
            thread.setDaemon(true);
            return thread;
          });

  ReencryptionRunner(Reencryption reencryption) {
    this.reencryption = reencryption;
  }

  @EventListener(ApplicationReadyEvent.class)
  void soon() {
    worker.execute(this::run);
  }

  private void run() {
    try {
      reencryption.run();
    } catch (RuntimeException e) {
      // What is left stays readable by its old key; the next start or command takes it up.
      LOG.error("Credentials were not all sealed anew; run ./hub keys reencrypt", e);
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
