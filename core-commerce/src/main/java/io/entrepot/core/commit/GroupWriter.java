package io.entrepot.core.commit;

import io.entrepot.core.jdbc.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one group to its end: every caller has an answer when {@link #work} returns. A failed group
 * is tried once more as it is, then in halves, until a bad command stands alone; while the database
 * itself is in trouble the group waits and stays whole.
 */
final class GroupWriter<C, R> {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

  private final GroupWork<C, R> work;
  private final Transactions transactions;

  GroupWriter(GroupWork<C, R> work, Transactions transactions) {
    this.work = work;
    this.transactions = transactions;
  }

  void work(List<Waiting<C, R>> group) {
    Attempt<C, R> first = attempt(group);
    again(first, true);
  }

  private void again(Attempt<C, R> failed, boolean mayStayWhole) {
    Attempt<C, R> last = failed;
    boolean onceMore = mayStayWhole;
    Pause pause = new Pause();
    while (!last.rest().isEmpty()) {
      LOG.debug("a group of {} is tried again", last.rest().size(), last.failure());
      if (Trouble.of(last.cause()) == Trouble.OF_THE_DATABASE) {
        pause.take();
        last = last.with(withoutOver(last));
      } else if (onceMore) {
        onceMore = false;
      } else {
        inParts(last);
        return;
      }
      last = attemptUnknown(last.rest());
    }
  }

  private void inParts(Attempt<C, R> failed) {
    List<Waiting<C, R>> group = failed.rest();
    if (group.size() == 1) {
      group.get(0).failAlone(failed.cause());
      return;
    }
    int middle = group.size() / 2;
    half(group.subList(0, middle));
    half(group.subList(middle, group.size()));
  }

  private void half(List<Waiting<C, R>> half) {
    // One alone gets a second try: it may be a repeat, which is found only after it failed.
    again(attempt(half), half.size() == 1);
  }

  /** Answers first whatever an earlier try has made durable. */
  private Attempt<C, R> attemptUnknown(List<Waiting<C, R>> group) {
    List<Waiting<C, R>> unknown;
    try {
      unknown = withoutKnown(group);
    } catch (RuntimeException e) {
      return new Attempt<>(group, e);
    }
    return attempt(unknown);
  }

  private Attempt<C, R> attempt(List<Waiting<C, R>> group) {
    if (group.isEmpty()) {
      return Attempt.done();
    }
    List<C> commands = commands(group);
    AtomicBoolean decided = new AtomicBoolean();
    try {
      List<R> results =
          work.guarded(commands, () -> transactions.call(() -> decide(commands, decided)));
      for (int i = 0; i < results.size(); i++) {
        group.get(i).succeed(results.get(i));
      }
      return Attempt.done();
    } catch (RuntimeException | AssertionError e) {
      if (decided.get()) {
        group.forEach(Waiting::doubt);
      }
      return new Attempt<>(group, e);
    }
  }

  private List<R> decide(List<C> commands, AtomicBoolean decided) {
    List<R> results = work.decide(commands);
    if (results.size() != commands.size()) {
      throw new AssertionError(results.size() + " results for " + commands.size() + " commands");
    }
    decided.set(true);
    return results;
  }

  private List<Waiting<C, R>> withoutKnown(List<Waiting<C, R>> group) {
    if (group.isEmpty()) {
      return group;
    }
    List<Optional<R>> known = transactions.call(() -> work.known(commands(group)));
    List<Waiting<C, R>> unknown = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Waiting<C, R> waiting = group.get(i);
      known.get(i).ifPresentOrElse(waiting::succeed, () -> unknown.add(waiting));
    }
    return unknown;
  }

  private static <C, R> List<Waiting<C, R>> withoutOver(Attempt<C, R> failed) {
    long now = System.nanoTime();
    List<Waiting<C, R>> rest = new ArrayList<>();
    for (Waiting<C, R> waiting : failed.rest()) {
      if (waiting.isOver(now)) {
        waiting.giveUp(failed.cause());
      } else {
        rest.add(waiting);
      }
    }
    return rest;
  }

  private static <C, R> List<C> commands(List<Waiting<C, R>> group) {
    return group.stream().map(Waiting::command).toList();
  }

  /** Who has no answer yet, and why; nobody when all went well. */
  private record Attempt<C, R>(List<Waiting<C, R>> rest, @Nullable Throwable failure) {
    static <C, R> Attempt<C, R> done() {
      return new Attempt<>(List.of(), null);
    }

    Attempt<C, R> with(List<Waiting<C, R>> others) {
      return new Attempt<>(others, failure);
    }

    Throwable cause() {
      return failure == null ? new AssertionError("nothing failed") : failure;
    }
  }
}
