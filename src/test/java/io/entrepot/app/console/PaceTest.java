package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Time time = new Time();
  private final Pace pace = new Pace(time);

  @Test
  void saysNothingUntilItHasSeenEnough() {
    pace.read(100);

    assertThat(pace.perMinute()).isEmpty();
    assertThat(pace.line()).isEmpty();
  }

  @Test
  void countsWhatWasAddedOverTheLastMinuteOnly() {
    pace.read(0);
    time.forward(Duration.ofSeconds(120));
    pace.read(10_000);
    time.forward(Duration.ofSeconds(30));
    pace.read(10_030);
    time.forward(Duration.ofSeconds(30));
    pace.read(10_060);

    assertThat(pace.perMinute()).hasValue(60);
  }

  @Test
  void totalThatShrinksIsNoNegativePace() {
    pace.read(500);
    time.forward(Duration.ofSeconds(10));
    pace.read(20);

    assertThat(pace.perMinute()).hasValue(0);
  }

  @Test
  void forgetsWhatIsLongPast() {
    for (int reading = 0; reading < 10_000; reading++) {
      pace.read(reading);
      time.forward(Duration.ofSeconds(2));
    }

    assertThat(pace.size()).isLessThanOrEqualTo(15 * 60 / 2 + 2);
    assertThat(pace.line()).startsWith("M0.0 ").contains("L72.0 ");
  }

  private static final class Time extends Clock {
    private Instant now = Instant.parse("2026-11-21T05:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
