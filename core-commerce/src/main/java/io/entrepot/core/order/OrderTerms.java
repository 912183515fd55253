package io.entrepot.core.order;

import io.entrepot.core.commit.GroupTerms;
import java.time.Duration;

/**
 * What the shop grants and asks for.
 *
 * @param limits of one charge
 * @param timeToPay 1 minute to 24 hours; stock is held that long for an unpaid order
 * @param linesAtMost in one order
 * @param placing how orders are committed in groups
 */
public record OrderTerms(
    ChargeLimits limits, Duration timeToPay, int linesAtMost, GroupTerms placing) {
  // Four groups may wait: more would stand longer than anybody likes to wait for an answer. Two
  // writers: one group is made ready while the disk has the other.
  public static final GroupTerms PLACING =
      new GroupTerms(500, 2_000, 2, Duration.ofSeconds(5), Duration.ofSeconds(10));

  public static final OrderTerms DEFAULT =
      new OrderTerms(ChargeLimits.DEFAULT, Duration.ofMinutes(30), 2_000, PLACING);

  public OrderTerms {
    if (timeToPay.compareTo(Duration.ofMinutes(1)) < 0
        || timeToPay.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "time to pay is %s; choose PT1M to PT24H".formatted(timeToPay));
    }
    if (linesAtMost < 1) {
      throw new IllegalArgumentException("an order must be allowed at least one line");
    }
  }
}
