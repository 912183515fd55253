package io.entrepot.core.commit;

import io.entrepot.core.jdbc.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit. Commands queue; a writer takes whatever waits, up to a bound, has it decided and
 * written in one transaction, and answers every caller after the commit is durable. A crowd thus
 * shares one row lock and one flush of the disk, and a lone caller waits for nobody.
 *
 * <p>A command comes to one of these ends: a result, durable; {@link TryLaterException}, nothing
 * was written; {@link CommandFailedException}, the same, and a repeat would fail again; {@link
 * OutcomeUnknownException}, a repeat tells.
 */
public final class GroupCommit<C, R> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final String name;
  private final GroupTerms terms;
  private final GroupWriter<C, R> writer;
  private final WaitingLine<Waiting<C, R>> line;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  private GroupCommit(
      String name, GroupTerms terms, GroupWork<C, R> work, Transactions transactions) {
    this.name = name;
    this.terms = terms;
    this.writer = new GroupWriter<>(work, transactions);
    this.line = new WaitingLine<>(terms.waitingAtMost());
  }

  /**
   * Starts the writers.
   *
   * @param name of the threads and in messages, such as {@code orders}
   */
  public static <C, R> GroupCommit<C, R> start(
      String name, GroupTerms terms, GroupWork<C, R> work, Transactions transactions) {
    GroupCommit<C, R> engine = new GroupCommit<>(name, terms, work, transactions);
    for (int i = 1; i <= terms.writers(); i++) {
      Thread thread = new Thread(engine::write, name + "-writer-" + i);
      thread.setDaemon(true);
      engine.threads.add(thread);
    }
    engine.threads.forEach(Thread::start);
    return engine;
  }

  /**
   * Returns at once. The answer is given on a writer's thread: whoever chains onto it must be
   * quick, or hand on.
   *
   * @throws TryLaterException when too many wait already
   * @throws IllegalStateException inside a transaction, which would wait for a commit that waits
   */
  public CompletableFuture<R> submit(C command) {
    return queue(command).answer();
  }

  /** The same, and waits for the answer. */
  public R call(C command) {
    CompletableFuture<R> answer = queue(command).answer();
    try {
      // Without a time-out, which would cost each caller a timer: a try is bounded by those of
      // Transactions, and patience bounds the tries.
      return answer.get();
    } catch (ExecutionException e) {
      throw told(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException("interrupted; repeat with the same key", e);
    }
  }

  /** How many wait for their turn. */
  public int waiting() {
    return line.length();
  }

  /** Takes nothing more, works off what waits, and tells the rest to try later. */
  @Override
  public void close() {
    closed = true;
    line.close();
    long until = System.nanoTime() + terms.drainWithin().toNanos();
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, until - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseWaiting();
  }

  private Waiting<C, R> queue(C command) {
    Transactions.requireNone("what is committed in groups (" + name + ")");
    Waiting<C, R> waiting = new Waiting<>(command, System.nanoTime() + terms.patience().toNanos());
    if (closed) {
      throw shutDown();
    }
    if (!line.join(waiting)) {
      throw new TryLaterException(
          "%d %s wait already; try again in a second".formatted(terms.waitingAtMost(), name));
    }
    if (closed && !anyWriter()) {
      refuseWaiting();
    }
    return waiting;
  }

  private void write() {
    List<Waiting<C, R>> group = line.collect(terms.groupAtMost());
    while (!group.isEmpty()) {
      work(inTime(group));
      group = line.collect(terms.groupAtMost());
    }
  }

  private void work(List<Waiting<C, R>> group) {
    try {
      writer.work(group);
    } catch (RuntimeException | Error e) {
      // A writer that died would leave all later callers without an answer.
      LOG.error("{}: a group of {} was given up", name, group.size(), e);
      group.forEach(waiting -> waiting.giveUp(e));
    }
  }

  private List<Waiting<C, R>> inTime(List<Waiting<C, R>> group) {
    long now = System.nanoTime();
    if (group.stream().noneMatch(waiting -> waiting.isOver(now))) {
      return group;
    }
    List<Waiting<C, R>> rest = new ArrayList<>();
    for (Waiting<C, R> waiting : group) {
      if (waiting.isOver(now)) {
        waiting.fail(
            new TryLaterException(
                "waited %d ms without its turn; try again later"
                    .formatted(terms.patience().toMillis())));
      } else {
        rest.add(waiting);
      }
    }
    return rest;
  }

  private void refuseWaiting() {
    List<Waiting<C, R>> left = line.take(terms.waitingAtMost());
    left.forEach(waiting -> waiting.fail(shutDown()));
  }

  private boolean anyWriter() {
    return threads.stream().anyMatch(Thread::isAlive);
  }

  private TryLaterException shutDown() {
    return new TryLaterException(name + " are no longer taken: this node shuts down; ask another");
  }

  private static RuntimeException told(@Nullable Throwable cause) {
    // Made anew: thrown as it is, it would show the writer's stack only.
    if (cause instanceof TryLaterException) {
      return new TryLaterException(String.valueOf(cause.getMessage()), cause);
    }
    if (cause instanceof CommandFailedException) {
      return new CommandFailedException(String.valueOf(cause.getMessage()), cause);
    }
    return new OutcomeUnknownException(
        cause == null ? "no answer" : String.valueOf(cause.getMessage()), cause);
  }
}
