package io.entrepot.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void isAUuidOfVersionSevenThatTellsItsTime() {
    UUID id = TimeOrderedId.next(clock);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void laterIdsSortAfterEarlierOnesAsText() {
    UUID earlier = TimeOrderedId.next(clock);
    clock.advance(Duration.ofMillis(1));

    assertThat(TimeOrderedId.next(clock).toString()).isGreaterThan(earlier.toString());
  }

  @Test
  void idsOfOneMillisecondSortAsTheyWereGiven() {
    List<String> ids =
        Stream.generate(() -> TimeOrderedId.next(clock)).limit(1_000).map(UUID::toString).toList();

    assertThat(ids).isSorted();
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(TimeOrderedId.next(clock));
    }

    assertThat(ids).hasSize(10_000);
  }
}
