package io.entrepot.app.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Puts the callers that wait at the same time into one commit: with a disk that syncs in
 * milliseconds, a commit for each would be the limit of the whole intake.
 */
@Component
final class InboundWriter implements DisposableBean {
  private static final int GROUP_MAX = 256;

  /** Callers wait for room: a flood is slowed down at the door. */
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(4 * GROUP_MAX);

  private final InboundRows rows;
  private final ArrivalBell bell;
  private final Thread thread = new Thread(this::writeGroups, "inbound-writer");
  private volatile boolean closed;

  private record Waiting(InboundMessage message, CompletableFuture<Stored> answer) {}

  InboundWriter(InboundRows rows, ArrivalBell bell) {
    this.rows = rows;
    this.bell = bell;
    thread.setDaemon(true);
    thread.start();
  }

  Stored store(InboundMessage message) {
    Waiting waiting = new Waiting(message, new CompletableFuture<>());
    try {
      queue.put(waiting);
      if (closed) {
        refuse(waiting);
      }
      return waiting.answer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the message was stored", e);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void writeGroups() {
    List<Waiting> group = new ArrayList<>(GROUP_MAX);
    while (!closed) {
      try {
        group.add(queue.take());
        queue.drainTo(group, GROUP_MAX - 1);
        write(group);
      } catch (InterruptedException closing) {
        break;
      } finally {
        group.clear();
      }
    }
    closed = true;
    queue.drainTo(group);
    group.forEach(InboundWriter::refuse);
  }

  private static void refuse(Waiting waiting) {
    waiting.answer.completeExceptionally(
        new IllegalStateException(
            "the hub is stopping: the message was not stored, send it again"));
  }

  /** A row that the database refuses must not take its neighbours with it. */
  private void write(List<Waiting> group) {
    try {
      List<Stored> stored = rows.insert(group.stream().map(Waiting::message).toList());
      for (int i = 0; i < stored.size(); i++) {
        answer(group.get(i), stored.get(i));
      }
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.get(0).answer.completeExceptionally(e);
      } else {
        group.forEach(waiting -> write(List.of(waiting)));
      }
    }
  }

  private void answer(Waiting waiting, Stored stored) {
    waiting.answer.complete(stored);
    if (!stored.duplicate()) {
      bell.ring(waiting.message.partner(), waiting.message.document());
    }
  }

  @Override
  public void destroy() {
    closed = true;
    thread.interrupt();
  }
}
