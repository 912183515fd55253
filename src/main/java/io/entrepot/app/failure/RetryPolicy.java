package io.entrepot.app.failure;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: delays double from the first to the longest, each shortened by up to a half at
 * random so that what failed together does not come back together.
 *
 * @param attemptsMax all tries counted; then it is dead
 */
public record RetryPolicy(Duration first, Duration longest, int attemptsMax) {
  /** 1 s … 5 min, 20 tries: about an hour, the time in which a partner's outage is usually over. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 20);

  /** Empty when it is dead. */
  public Optional<Duration> after(Failure failure, int attempts, RandomGenerator random) {
    if (!failure.retryable() || attempts >= attemptsMax) {
      return Optional.empty();
    }
    Duration wanted = failure.retryAfter().orElse(Duration.ZERO);
    Duration backoff = backoff(attempts, random);
    return Optional.of(wanted.compareTo(backoff) > 0 ? wanted : backoff);
  }

  private Duration backoff(int attempts, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(attempts - 1, 30);
    long capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
  }
}
