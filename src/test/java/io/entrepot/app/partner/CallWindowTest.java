package io.entrepot.app.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.connectors.spi.RateLimit;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallWindowTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long LONG = 3600 * SECOND;

  @Test
  void noStretchOfAPeriodHasMoreCallsThanTheLimit() {
    CallWindow window = new CallWindow(new RateLimit(3, Duration.ofSeconds(1)));

    long[] turns = LongStream.range(0, 9).map(i -> window.reserve(0, LONG)).toArray();

    assertThat(turns)
        .containsExactly(0, 0, 0, SECOND, SECOND, SECOND, 2 * SECOND, 2 * SECOND, 2 * SECOND);
  }

  @Test
  void aBurstAfterAPauseIsNoLargerThanTheLimit() {
    CallWindow window = new CallWindow(new RateLimit(2, Duration.ofSeconds(1)));
    window.reserve(0, LONG);

    assertThat(window.reserve(10 * SECOND, LONG)).isZero();
    assertThat(window.reserve(10 * SECOND, LONG)).isZero();
    assertThat(window.reserve(10 * SECOND, LONG)).isEqualTo(SECOND);
  }

  @Test
  void whoWouldWaitTooLongTakesNobodysTurn() {
    CallWindow window = new CallWindow(new RateLimit(1, Duration.ofSeconds(10)));
    window.reserve(0, LONG);

    assertThat(window.reserve(0, SECOND)).isEqualTo(10 * SECOND);
    assertThat(window.reserve(0, LONG)).isEqualTo(10 * SECOND);
  }
}
