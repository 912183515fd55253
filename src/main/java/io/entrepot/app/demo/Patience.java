package io.entrepot.app.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits as long as something still changes: a big file takes long, a stuck one is given up. */
final class Patience {
  private static final long ASK_MILLIS = 250;

  private final Duration unchangedMax;

  Patience(Duration unchangedMax) {
    this.unchangedMax = unchangedMax;
  }

  /** Asked again and again; may take its time. */
  interface Question<T> {
    T ask() throws Exception;
  }

  /** The first answer that is {@code good}, or the last before patience ended. */
  <T> T until(Question<T> question, Predicate<T> good) throws Exception {
    T answer = question.ask();
    @Nullable Object last = answer;
    long changedNanos = System.nanoTime();
    while (!good.test(answer) && System.nanoTime() - changedNanos < unchangedMax.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      answer = question.ask();
      if (!answer.equals(last)) {
        last = answer;
        changedNanos = System.nanoTime();
      }
    }
    return answer;
  }
}
