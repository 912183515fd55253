package io.entrepot.core.commit;

import java.util.concurrent.CompletableFuture;

/** A command on its way and the promise made to its caller. */
final class Waiting<C, R> {
  private final C command;
  private final long untilNanos;
  private final CompletableFuture<R> answer = new CompletableFuture<>();

  /** Set once a commit was sent whose answer never came. */
  private boolean doubtful;

  Waiting(C command, long untilNanos) {
    this.command = command;
    this.untilNanos = untilNanos;
  }

  C command() {
    return command;
  }

  CompletableFuture<R> answer() {
    return answer;
  }

  boolean isOver(long nowNanos) {
    return nowNanos - untilNanos >= 0;
  }

  void doubt() {
    doubtful = true;
  }

  void succeed(R result) {
    answer.complete(result);
  }

  void fail(RuntimeException failure) {
    answer.completeExceptionally(failure);
  }

  /** Given up while the database is away or busy. */
  void giveUp(Throwable cause) {
    fail(
        doubtful
            ? outcomeUnknown(cause)
            : new TryLaterException("the database did not answer in time; try again later", cause));
  }

  /** Bad by itself. */
  void failAlone(Throwable cause) {
    fail(
        doubtful
            ? outcomeUnknown(cause)
            : new CommandFailedException("it fails for itself alone: " + cause, cause));
  }

  private static OutcomeUnknownException outcomeUnknown(Throwable cause) {
    return new OutcomeUnknownException(
        "the commit's answer was lost; repeat with the same key to learn the outcome", cause);
  }
}
