package io.entrepot.connectors.spi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults(known());

  private static List<FaultName> known() {
    List<FaultName> known = new ArrayList<>(StandardFault.WIRE);
    known.add(StandardFault.ANY_OF_WIRE);
    known.add(new FaultName("decline", "says no"));
    return known;
  }

  @Test
  void sameSeedTakesTheSameChances() {
    on("decline", 0.3, 42, 1_000);
    List<Boolean> first = chances(200);
    on("decline", 0.3, 42, 1_000);

    assertThat(chances(200)).isEqualTo(first);
    assertThat(first.stream().filter(struck -> struck).count()).isBetween(30L, 90L);
  }

  @Test
  void faultEndsAfterItsCount() {
    on("decline", 1, 0, 2);

    assertThat(chances(4)).containsExactly(true, true, false, false);
    assertThat(faults.states())
        .filteredOn(FaultState::on)
        .extracting(FaultState::name, FaultState::chances, FaultState::strikes)
        .containsExactly(tuple("decline", 4L, 2L));
  }

  @Test
  void switchedOffStrikesNoMore() {
    on("decline", 1, 0, 9);
    faults.off("decline");

    assertThat(faults.strikes("decline")).isFalse();
  }

  @Test
  void headerStrikesThatRequestOnlyAndSaysHowLong() {
    assertThat(asking("hang, decline", () -> faults.strikes("decline"))).isTrue();
    assertThat(asking("hang", () -> faults.strikes("decline"))).isFalse();
    assertThat(faults.strikes("decline")).isFalse();

    assertThat(asking("slow=250", () -> faults.struck("slow"))).contains(Duration.ofMillis(250));
    assertThat(asking("slow", () -> faults.struck("slow"))).contains(Duration.ofMillis(3_000));
    assertThatThrownBy(() -> Happening.parsed("slow=soon")).hasMessageContaining("milliseconds");
  }

  @Test
  void headerDoesNotShiftWhatTheSeedDecides() {
    on("decline", 0.5, 7, 1_000);
    List<Boolean> alone = chances(50);
    on("decline", 0.5, 7, 1_000);

    List<Boolean> mixed = new ArrayList<>(chances(10));
    asking("decline", () -> faults.strikes("decline"));
    mixed.addAll(chances(39));

    assertThat(mixed.subList(10, 49)).isEqualTo(alone.subList(11, 50));
  }

  @Test
  void oneSeedDecidesWhichFaultOfTheWireStrikes() {
    on("any", 0.5, 3, 1_000);
    List<Set<String>> first = wire(60);
    on("any", 0.5, 3, 1_000);

    assertThat(wire(60)).isEqualTo(first);
    assertThat(first.stream().flatMap(Set::stream).distinct()).hasSizeGreaterThan(4);
    assertThat(first.stream().filter(Set::isEmpty).count()).isBetween(15L, 45L);
    on("any", 0.5, 4, 1_000);
    assertThat(wire(60)).isNotEqualTo(first);
  }

  @Test
  void reportSaysWhatStruckAndWhen() {
    on("decline", 1, 0, 2);
    new Happening("POST /pay", Map.of(), Duration.ZERO).during(() -> faults.strikes("decline"));
    faults.strikes("decline");

    assertThat(faults.report())
        .containsExactly(
            new FaultStrike(2, "decline", "by itself"), new FaultStrike(1, "decline", "POST /pay"));
  }

  @Test
  void unknownNameAndRateOutOfRangeAreRefused() {
    assertThatThrownBy(() -> on("explode", 1, 0, 1)).hasMessageContaining("decline");
    assertThatThrownBy(() -> on("decline", 1.5, 0, 1)).hasMessageContaining("rate");
    assertThatThrownBy(() -> on("decline", Double.NaN, 0, 1)).hasMessageContaining("rate");
  }

  private List<Boolean> chances(int number) {
    return IntStream.range(0, number).mapToObj(i -> faults.strikes("decline")).toList();
  }

  private List<Set<String>> wire(int number) {
    return IntStream.range(0, number).mapToObj(i -> faults.ofWire().keySet()).toList();
  }

  private static <T> T asking(String header, Supplier<T> question) {
    return new Happening("a request", Happening.parsed(header), Duration.ZERO).during(question);
  }

  private void on(String name, double rate, long seed, long count) {
    faults.on(new FaultOrder(name, rate, seed, count, 0));
  }
}
